package cn.yiqilai.knowledge.web;

/** What the published description of the operations shows. */
final class Examples {
    static final String ENTRY = """
            {"id":"vat-small-monthly","question":"小规模纳税人月销售额多少以下免征增值税？","similar":["一个月开票9万要交增值税吗"],
             "negative":["一般纳税人有免税额度吗"],"answer":"月销售额未超过10万元的，免征增值税。","topic":"增值税/小规模纳税人",
             "issuer":"财政部 税务总局","issuedOn":"2026-01-30","url":"https://www.chinatax.gov.cn/","validFrom":"2026-01-01",
             "validUntil":"2027-12-31","region":"全国","audience":["小规模纳税人"],"department":"市税务局","basis":["F0321"]}""";

    static final String CHANGED_ENTRY =
            "{\"version\":3,\"question\":\"小规模纳税人月销售额多少以下免征增值税？\",\"answer\":\"月销售额未超过10万元的，免征增值税。\"}";

    static final String DEED = "{\"version\":3}";
    static final String SEND_BACK = "{\"version\":4,\"comment\":\"请补充文号\"}";

    static final String INTENT = """
            {"id":"human-plain","title":"要人工","decision":"HANDOFF","reason":"WANTS_HUMAN","workOrderKind":null,"ground":null,
             "reply":"好的，正在为您转接人工坐席。","phrases":["转人工"],"examples":["我要找真人"],"counterexamples":["人工费能加计扣除吗"]}""";

    static final String LANGUAGE = "{\"version\":1,\"text\":\"# 市场主体\\n小型微利企业,小微企业\\n个体工商户,个体户\"}";

    static final String LINE =
            "{\"id\":\"vat-small-monthly\",\"question\":\"小规模纳税人月销售额多少以下免征增值税？\",\"answer\":\"月销售额未超过10万元的，免征增值税。\"}\n";

    private Examples() {}
}
