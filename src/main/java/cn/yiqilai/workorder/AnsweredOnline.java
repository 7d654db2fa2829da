package cn.yiqilai.workorder;

/** 在线解答: answered on the line, from the knowledge or by a specialist. An end. */
public record AnsweredOnline(Dossier dossier, LiveAnswer answer) implements Ended {
    @Override
    public AnsweredOnline with(Dossier other) {
        return new AnsweredOnline(other, answer);
    }
}
