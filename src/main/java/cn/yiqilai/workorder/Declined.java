package cn.yiqilai.workorder;

/** 不予受理: by one of the grounds of 第九条, and explained to whoever asked. An end. */
public record Declined(Dossier dossier, Explanation explanation) implements Ended {
    @Override
    public Declined with(Dossier other) {
        return new Declined(other, explanation);
    }
}
