package cn.yiqilai.city.yaml;

/** Something in a file of rules that is not understood. The message says where and what. */
final class Fault extends RuntimeException {
    Fault(String where, String what) {
        super(where + ": " + what, null, false, false);
    }
}
