package cn.yiqilai.handoff;

import cn.yiqilai.conversation.ConversationId;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.knowledge.EntryId;
import java.time.Instant;
import java.util.UUID;

/**
 * What a person answered, as it went into the knowledge (将诉求内容和答复结果统一归集至知识库). Never changed.
 *
 * @param id grows; 0 before it is kept
 * @param questionSeq, answerSeq where the question begins and the answer ends
 * @param speaker AGENT or SPECIALIST
 * @param question, answer without anybody's data
 * @param entry the draft that was made of it, or what it was joined to
 * @param joined the entry was there before
 */
public record CapturedAnswer(
        long id,
        ContactId contact,
        ConversationId conversation,
        int questionSeq,
        int answerSeq,
        Speaker speaker,
        UUID answeredBy,
        String question,
        String answer,
        EntryId entry,
        boolean joined,
        Instant at) {}
