package cn.yiqilai.workorder;

import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Reply;
import java.time.Instant;

/** 答复认定: the platform looks whether the reply is 规范, 具体 and 完整. */
public record UnderReview(Dossier dossier, Assignment assignment, Reply reply, Approval approval) implements WithUnit {
    @Override
    public UnderReview with(Dossier other) {
        return new UnderReview(other, assignment, reply, approval);
    }

    @Override
    public UnderReview with(Assignment other) {
        return new UnderReview(dossier, other, reply, approval);
    }

    /** Row 16. */
    public Closed accept(Instant at) {
        return new Closed(dossier, assignment, new Completion(reply, approval, at));
    }

    /** Row 15: to be made complete within the old limit. */
    public InProgress sendBack() {
        return new InProgress(dossier, assignment);
    }
}
