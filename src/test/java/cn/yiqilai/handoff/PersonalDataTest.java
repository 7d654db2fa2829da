package cn.yiqilai.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.access.Assurance;
import cn.yiqilai.conversation.Enterprise;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    private static final Enterprise KNOWN =
            new Enterprise("盐城某某有限公司", "91350100M000100Y43", "王某", "0515-12345678", Assurance.DECLARED);

    @ParameterizedTest
    @CsvSource({
        "盐城某某有限公司要办什么,〔企业〕要办什么",
        "找王某就行,找〔姓名〕就行",
        "打我电话0515-12345678,打我电话〔号码〕",
        "打13900000000给我,打〔号码〕给我",
        "手机 139 0000 0000,手机 〔号码〕",
        "（0515）1234567转8001,〔号码〕",
        "发到somebody@example.com,发到〔号码〕",
        "身份证32090219000101001X丢了,身份证〔号码〕丢了",
        "代码91350100M000100Y43,代码〔号码〕",
        "卡号6222000000000000000,卡号〔号码〕",
        "卡号6222 0000 0000 0000 000,卡号〔号码〕",
        "身份证 320902 1900 0101 001X,身份证 〔号码〕",
        "打１３９００００００００给我,打〔号码〕给我",
        "座机0515-1234 5678,座机〔号码〕",
        "微信号abc_12345,微信号〔号码〕",
        "我叫李小明，想问社保,我叫〔姓名〕，想问社保",
        "联系人：张三 电话,联系人：〔姓名〕 电话",
        "请转告陈经理,请转告〔姓名〕",
        "我们是东方红纺织厂，想招工,我们是〔企业〕，想招工",
        "我是坐席演示坐席,我是坐席〔姓名〕",
    })
    void what_belongs_to_somebody_is_taken_out(String text, String rest) {
        assertThat(PersonalData.without(text, KNOWN, List.of("演示坐席"))).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "小规模纳税人月销售额10万元以下免征增值税",
                "注册资本10000000元要验资吗",
                "财政部 税务总局公告2026年第3号",
                "法定代表人变更需要哪些材料",
                "负责人安全培训要多少学时",
                "项目经理需要什么证书",
                "我是个体户，一个月开票9万",
                "2026-03-10之前申报",
                "请到政务服务中心2楼12号窗口办理",
                "拨打12366咨询"
            })
    void what_is_nobodys_stays(String text) {
        assertThat(PersonalData.without(text, Enterprise.UNKNOWN, List.of())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "我们是〔企业〕，电话〔号码〕，押金怎么退？,押金怎么退？",
        "我叫〔姓名〕。押金怎么退,押金怎么退",
        "〔企业〕的押金怎么退？,〔企业〕的押金怎么退？",
        "押金怎么退？联系人〔姓名〕〔号码〕,押金怎么退？",
    })
    void who_asks_is_no_part_of_a_question(String text, String rest) {
        assertThat(PersonalData.withoutIntroduction(text)).isEqualTo(rest);
    }

    @Test
    void an_address_is_taken_out() {
        assertThat(PersonalData.without("我们在开放大道88号3栋", Enterprise.UNKNOWN, List.of()))
                .doesNotContain("88")
                .contains("〔地址〕");
    }
}
