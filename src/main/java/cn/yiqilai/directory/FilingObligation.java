package cn.yiqilai.directory;

/** Whether every order must bear a filing code (每件工单归口一项). */
@FunctionalInterface
public interface FilingObligation {
    /** True once the city's own table is in, with as many codes as its plan names; what was made up for trying out does not count. */
    boolean isCodeOwed();
}
