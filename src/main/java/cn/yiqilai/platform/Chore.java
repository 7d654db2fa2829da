package cn.yiqilai.platform;

/** Something that is tidied up once a day, such as forgetting what was kept long enough. Every bean of this type is done. */
public interface Chore {
    /** What it does, for the log. */
    String name();

    /** @return how many rows went */
    int tidy();
}
