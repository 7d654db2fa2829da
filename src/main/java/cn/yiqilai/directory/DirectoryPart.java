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
            optional("active", "启用"));

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
