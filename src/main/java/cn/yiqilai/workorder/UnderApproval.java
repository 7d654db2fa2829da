package cn.yiqilai.workorder;

import cn.yiqilai.city.SigningLevel;
import cn.yiqilai.workorder.reply.Approval;
import cn.yiqilai.workorder.reply.Reply;
import java.util.Optional;

/** 单位审签: a reply waits for the signature of whoever answers for it. */
public record UnderApproval(Dossier dossier, Assignment assignment, Reply reply) implements Answerable {
    @Override
    public UnderApproval with(Dossier other) {
        return new UnderApproval(other, assignment, reply);
    }

    @Override
    public UnderApproval with(Assignment other) {
        return new UnderApproval(dossier, other, reply);
    }

    /**
     * Row 14. The instant of the approval is that of the submission.
     *
     * @param wanted who must sign at least; empty where the city's rules say nothing
     */
    public Transition<UnderReview> approve(Approval approval, Optional<SigningLevel> wanted) {
        if (wanted.filter(level -> approval.level().compareTo(level) < 0).isPresent()) {
            return Transition.refused(
                    Refusal.Reason.LEVEL_TOO_LOW, Approval.word(wanted.get()), Approval.word(approval.level()));
        }
        return Transition.moved(new UnderReview(dossier, assignment, reply, approval));
    }
}
