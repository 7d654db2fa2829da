package cn.yiqilai.workorder;

import cn.yiqilai.workorder.reply.Reply;

/** A reply can be proposed; one that was not signed yet gives way to the new one. */
public sealed interface Answerable extends WithUnit permits InProgress, UnderApproval {
    @Override
    Answerable with(Dossier other);

    /** Row 13. */
    default UnderApproval propose(Reply reply) {
        return new UnderApproval(dossier(), assignment(), reply);
    }
}
