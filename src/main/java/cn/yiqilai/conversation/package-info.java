/**
 * What an enterprise and the service said to each other, in order, once, for good.
 *
 * <p>In comes an {@link cn.yiqilai.conversation.Incoming} utterance of a {@link cn.yiqilai.conversation.Conversation}; out
 * goes an {@link cn.yiqilai.conversation.Exchange}, the enterprise's message and the reply to it. {@link
 * cn.yiqilai.conversation.Transcript} writes both in one transaction, so that no message is ever left without its reply and
 * no reply without its message. What the reply says is none of this room's business: it asks an {@link
 * cn.yiqilai.conversation.Answering}, which the turn provides.
 *
 * <p>Example: a telephone in a lift sends "开票9万要交税吗" with {@code clientMessageId} 7, hears nothing, and sends it
 * again. Both arrive, perhaps at two replicas at once. The first one holds the conversation's row while it is answered; the
 * second waits, finds message 7 already there, and returns the same exchange. The transcript shows seq 1 (the question) and
 * seq 2 (the reply), and nothing twice.
 *
 * <p>Why an exchange locks: {@code seq} must have no gap, because browsers resume by it, and two messages of one enterprise
 * must be answered in the order in which they came, because the second may lean on the first ("那小规模呢"). What is held
 * meanwhile is bounded: see {@link cn.yiqilai.conversation.Transcript}.
 *
 * <p>Beside the messages are kept: the evidence of each turn (why this answer), the remembered context ({@link
 * cn.yiqilai.conversation.Contexts}), and the enterprise's {@link cn.yiqilai.conversation.Ratings}. Whoever wants to know
 * that something was said observes {@link cn.yiqilai.conversation.MessageAppended}; whoever carries words to an enterprise
 * implements {@link cn.yiqilai.conversation.ReplyPort}.
 *
 * <p>An enterprise needs no account. Opening a conversation gives a token, and only its holder can read or say anything in
 * it; of the token only the hash is stored.
 */
@NullMarked
package cn.yiqilai.conversation;

import org.jspecify.annotations.NullMarked;
