package cn.yiqilai.turn;

import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.retrieval.SmallRetrieval;

/** Thinking over the dozen entries of {@code kb-small}, put together as the container does. */
final class SmallThinking {
    private SmallThinking() {}

    static Thinking over(SmallRetrieval retrieval, ModelInForce models) {
        var analyzer = retrieval.analyzer();
        var alone = new Alone(analyzer, retrieval.retriever(), models);
        var followUps = new FollowUps(analyzer, alone, retrieval.grounding(), retrieval.knowledge());
        var dialogue = new Dialogue(analyzer, alone, followUps, new Inquiring(analyzer, models));
        return new Thinking(
                analyzer,
                models,
                dialogue,
                new Offers(analyzer, alone, dialogue, retrieval.knowledge()),
                new Returns(analyzer, dialogue, retrieval.knowledge()));
    }
}
