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

    static final String SPECIALIST = """
            {"unit":"tax","name":"演示专员","position":"演示职务","kind":"CONSULTING","phone":"0000-00000000","topics":["增值税","发票"]}""";

    static final String CHANGED_SPECIALIST = """
            {"version":1,"name":"演示专员","position":"演示职务","kind":"WINDOW","phone":"0000-00000000","topics":["增值税"]}""";

    static final String SHIFT = """
            {"specialist":"7d0f3f0a-6b5e-4a6e-9d0e-0c9a5e7b1c22","topic":"增值税","begins":"2026-03-10 09:00","ends":"2026-03-10 12:00",
             "rank":1}""";

    static final String CHANGED_SHIFT = """
            {"version":1,"specialist":"7d0f3f0a-6b5e-4a6e-9d0e-0c9a5e7b1c22","topic":"增值税","begins":"2026-03-10 09:00",
             "ends":"2026-03-10 18:00","rank":2}""";

    static final String ENTERPRISE = """
            {"name":"盐城演示重点企业有限公司","sector":"INDUSTRY","stars":4,"address":"演示路1号",
             "legalRepresentative":{"name":"演示法定代表人","numbers":["0000-00000001"]},
             "liaison":{"name":"演示联络人","numbers":["0000-00000002"]},"scope":"演示产品的生产","authority":"市工业和信息化局"}""";

    static final String CHANGED_ENTERPRISE = """
            {"version":1,"name":"盐城演示重点企业有限公司","sector":"INDUSTRY","stars":5,
             "liaison":{"name":"演示联络人","numbers":["0000-00000002"]}}""";

    static final String PROJECT = """
            {"name":"盐城演示重大项目","content":"演示厂房建设","company":"盐城演示项目有限公司","industry":"演示行业","authority":"市发展改革委",
             "liaison":{"name":"演示联络人","numbers":["0000-00000003"]}}""";

    static final String CHANGED_PROJECT = """
            {"version":1,"name":"盐城演示重大项目","content":"演示厂房和演示码头建设",
             "liaison":{"name":"演示联络人","numbers":["0000-00000003"]}}""";

    private Examples() {}
}
