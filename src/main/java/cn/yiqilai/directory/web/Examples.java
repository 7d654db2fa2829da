package cn.yiqilai.directory.web;

/** What the published description of the operations shows. */
final class Examples {
    static final String UNIT = """
            {"id":"dongtai-tax","name":"东台市税务局","aliases":["国家税务总局东台市税务局"],"kind":"DEPARTMENT","level":"COUNTY",
             "parent":"dongtai-platform","region":"东台市","duties":"税费征收管理与纳税服务","keywords":["发票"],
             "responsibleOffice":"纳税服务股"}""";

    static final String CHANGED_UNIT = """
            {"version":1,"id":"dongtai-tax","name":"东台市税务局","kind":"DEPARTMENT","level":"COUNTY","parent":"dongtai-platform",
             "region":"东台市","responsibleOffice":"办公室"}""";

    static final String DEED = "{\"version\":1}";

    static final String LEADER =
            "{\"unit\":\"tax\",\"level\":\"DEPUTY\",\"name\":\"演示分管领导\",\"position\":\"副局长\",\"phone\":\"0000-00000000\"}";

    static final String CHANGED_LEADER =
            "{\"version\":1,\"level\":\"HEAD\",\"name\":\"演示主要负责人\",\"phone\":\"0000-00000000\"}";

    static final String DUTY =
            "{\"unit\":\"tax\",\"name\":\"演示值班室\",\"phone\":\"0000-00000000\",\"begins\":\"2026-03-10 18:00\",\"ends\":\"2026-03-11 09:00\"}";

    static final String CHANGED_DUTY =
            "{\"version\":1,\"name\":\"演示值班室\",\"phone\":\"0000-00000000\",\"begins\":\"2026-03-10 18:00\",\"ends\":\"2026-03-11 08:30\"}";

    static final String CODE =
            "{\"code\":\"demo-1-3\",\"name\":\"演示归口：出口退税\",\"category\":\"演示\",\"parent\":\"demo-1\",\"unit\":\"市税务局\"}";

    static final String CHANGED_CODE =
            "{\"version\":1,\"name\":\"演示归口：出口退税\",\"category\":\"演示\",\"unit\":\"市税务局\",\"active\":false}";

    static final String WINDOW = "{\"id\":\"demo-w4\",\"name\":\"演示窗口：公众号\",\"category\":\"演示\",\"unit\":\"市12345平台\"}";

    static final String CHANGED_WINDOW = "{\"version\":1,\"name\":\"演示窗口：公众号\",\"category\":\"演示\",\"active\":false}";

    static final String MEMBERSHIP = "{\"version\":0,\"unit\":\"tax\"}";

    private Examples() {}
}
