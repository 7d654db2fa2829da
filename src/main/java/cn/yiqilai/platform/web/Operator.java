package cn.yiqilai.platform.web;

/** Who may look into the engine room: the role of that name in the room {@code access}, which stands above this one. */
final class Operator {
    static final String ADMIN = "ADMIN";

    private Operator() {}
}
