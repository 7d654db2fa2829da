package cn.yiqilai.directory;

import java.util.UUID;

/** What an enterprise is to the city, as its lists have it. */
public sealed interface Standing {
    /** On no list. */
    record None() implements Standing {}

    /**
     * 重点企业（星级企业）.
     *
     * @param enterprise whose card is {@link KeyEnterprises#find}
     * @param stars at least so many, 3..5: a list that gives no number says 三星级及以上
     */
    record Starred(UUID enterprise, int stars) implements Standing {}

    /** 重大项目; its card is {@link MajorProjects#find}. */
    record Project(UUID project) implements Standing {}
}
