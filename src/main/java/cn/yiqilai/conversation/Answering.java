package cn.yiqilai.conversation;

/** Finds the reply to an utterance; the turn provides it. */
@FunctionalInterface
public interface Answering {
    /**
     * Called once an utterance, inside the transaction of the exchange and while the conversation is held: what it writes
     * ({@link Contexts#keep}, {@link Transcript#append}, an order) stands or falls with the exchange. It takes tens of
     * milliseconds and waits for nobody outside the house. What it throws undoes the exchange.
     *
     * @param conversation as it stood before the question
     * @param question already kept, with its number
     */
    Response answer(Conversation conversation, Message question);
}
