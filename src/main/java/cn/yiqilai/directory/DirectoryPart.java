package cn.yiqilai.directory;

import static cn.yiqilai.directory.Column.optional;
import static cn.yiqilai.directory.Column.required;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of the directory a sheet holds, with its columns. */
@Schema(name = "DirectoryPart")
public enum DirectoryPart {
    UNITS(
            "units",
            "单位",
            required("id", "编号", "单位编号"),
            required("name", "名称", "单位名称", "单位"),
            optional("aliases", "别称"),
            required("kind", "类型"),
            required("level", "层级"),
            optional("parent", "上级", "上级单位"),
            optional("region", "地区"),
            optional("territory", "辖区说明"),
            optional("duties", "职责"),
            optional("keywords", "关键词"),
            optional("responsibleOffice", "责任处室"),
            optional("source", "来源"),
            optional("retired", "停用")),
    /** The columns of 附件3 涉企政策专员联络表 are understood too, as far as they name leaders. */
    LEADERS(
            "leaders",
            "签批领导",
            required("unit", "单位"),
            required("level", "级别", "类型"),
            required("name", "姓名"),
            optional("position", "职务"),
            optional("phone", "办公电话"),
            optional("mobile", "手机"),
            optional("account", "账号")),
    DUTY_CONTACTS(
            "duty-contacts",
            "值班联系",
            required("unit", "单位"),
            required("name", "姓名", "值班人"),
            required("phone", "电话", "值班电话"),
            optional("begins", "开始", "值班开始"),
            optional("ends", "结束", "值班结束"),
            optional("remark", "备注")),
    FILING_CODES(
            "filing-codes",
            "数据归口",
            required("code", "编码", "归口编码"),
            required("name", "名称", "归口名称"),
            optional("category", "类别"),
            optional("parent", "上级编码"),
            optional("unit", "默认承办单位", "承办单位"),
            optional("active", "启用")),
    WINDOWS(
            "windows",
            "受理登记窗口",
            required("id", "编号", "窗口编号"),
            required("name", "名称", "窗口名称"),
            optional("category", "类别"),
            optional("unit", "单位", "所属单位"),
            optional("active", "启用")),
    /** The columns of 附件3 涉企政策专员联络表, then what that sheet does not have. */
    SPECIALISTS(
            "specialists",
            "政策专员",
            required("unit", "单位"),
            optional("type", "类型"),
            required("name", "姓名"),
            optional("position", "职务"),
            optional("phone", "办公电话"),
            optional("mobile", "手机"),
            required("kind", "备注", "备注（是否为单位涉企政策咨询专员或窗口审批事项咨询专员）", "备注(是否为单位涉企政策咨询专员或窗口审批事项咨询专员)", "专员类别"),
            optional("topics", "优势业务领域", "业务领域"),
            optional("account", "账号")),
    ROTA(
            "rota",
            "专员值守",
            required("unit", "单位"),
            required("name", "姓名"),
            required("topic", "主题", "信息主题"),
            required("begins", "开始", "值守开始"),
            required("ends", "结束", "值守结束"),
            optional("rank", "顺位")),
    /** The columns of 附件4 三星级及以上企业信息库, then what that sheet does not have. */
    KEY_ENTERPRISES(
            "key-enterprises",
            "重点企业",
            required("name", "企业名称"),
            optional("address", "经营住所"),
            optional("legalRepresentative", "法定代表人及联系号码"),
            required("liaison", "企业联络人及联系号码"),
            optional("scope", "经营范围"),
            optional("authority", "主管部门"),
            optional("keyInformation", "重点信息"),
            optional("creditCode", "统一社会信用代码", "信用代码"),
            optional("sector", "类别"),
            optional("stars", "星级"),
            optional("numbers", "其他直连号码")),
    /** The columns of 附件4 重点项目信息库, then what that sheet does not have. */
    MAJOR_PROJECTS(
            "major-projects",
            "重大项目",
            required("name", "项目名称"),
            optional("address", "地址"),
            optional("industry", "所属行业"),
            optional("authority", "主管部门"),
            optional("content", "项目内容"),
            required("liaison", "项目联络人及联系电话"),
            optional("keyInformation", "重点信息登记"),
            optional("company", "项目单位"),
            optional("creditCode", "统一社会信用代码", "信用代码"));

    /** Columns that people keep for themselves. */
    private static final Set<String> PASSED_OVER = Set.of("序号", "备注");

    private final String path;
    private final String title;
    private final List<Column> columns;

    DirectoryPart(String path, String title, Column... columns) {
        this.path = path;
        this.title = title;
        this.columns = List.of(columns);
    }

    public static Optional<DirectoryPart> at(String path) {
        return Arrays.stream(values()).filter(part -> part.path.equals(path)).findFirst();
    }

    /** How it is called in addresses and in the trail: {@code duty-contacts}. */
    public String path() {
        return path;
    }

    /** How people call it. */
    public String title() {
        return title;
    }

    /** In the order of an export. */
    public List<Column> columns() {
        return columns;
    }

    /** The column under that heading. */
    public Optional<Column> column(String heading) {
        return columns.stream().filter(column -> column.isHeaded(heading)).findFirst();
    }

    /** Whether a heading that names no column may stand there. */
    public boolean passesOver(String heading) {
        return heading.isEmpty() || PASSED_OVER.contains(heading);
    }
}
