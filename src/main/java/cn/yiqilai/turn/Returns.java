package cn.yiqilai.turn;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Recollection;
import cn.yiqilai.understanding.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Goes back to something the conversation was about before. */
@ApplicationScoped
class Returns {
    private final Analyzer analyzer;
    private final Dialogue dialogue;
    private final KnowledgeMirror knowledge;

    Returns(Analyzer analyzer, Dialogue dialogue, KnowledgeMirror knowledge) {
        this.analyzer = analyzer;
        this.dialogue = dialogue;
        this.knowledge = knowledge;
    }

    /** @param described how the topic is called, and what is asked of it; may be empty */
    Thought to(String described, Question question) {
        var context = question.context();
        var topics = Stream.concat(context.topic().stream(), context.earlier().stream())
                .toList();
        if (topics.isEmpty()) {
            return dialogue.goOn(question.text(), question);
        }
        var said = analyzer.form(described, question.asOf());
        var forms = topics.stream().map(topic -> form(topic, question)).toList();
        var topic = topics.get(Recollection.find(said, forms).orElse(before(context, topics)));
        return dialogue.resume(said, topic, context.returnedTo(topic), question);
    }

    /** The one before the present one. */
    private static int before(Context context, List<Topic> topics) {
        return context.topic().isPresent() && topics.size() > 1 ? 1 : 0;
    }

    private Form form(Topic topic, Question question) {
        var entry = topic.entry().flatMap(knowledge::entry).map(Returns::title).orElse("");
        return analyzer.form(topic.question() + "," + entry, question.asOf());
    }

    private static String title(Entry entry) {
        return entry.question() + "," + (entry.topic() == null ? "" : entry.topic());
    }
}
