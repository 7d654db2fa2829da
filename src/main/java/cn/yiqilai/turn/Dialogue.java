package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.turn.Thought.Course;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Ellipsis;
import cn.yiqilai.understanding.FollowUp;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Topic;
import jakarta.enterprise.context.ApplicationScoped;

/** What an utterance does in its conversation: goes on, corrects, changes the topic, returns to one, or is only polite. */
@ApplicationScoped
class Dialogue {
    private final Analyzer analyzer;
    private final Readings readings;

    Dialogue(Analyzer analyzer, Readings readings) {
        this.analyzer = analyzer;
        this.readings = readings;
    }

    /** Follows up the topic under discussion, or begins another one. */
    Thought goOn(String said, Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return thought(readings.alone(said, question), new Course.Anew());
        }
        var reading = readings.inContext(followUp(said, question), question, context, context);
        return thought(reading, reading.alone() ? new Course.Anew() : new Course.GoingOn(context));
    }

    /** @param meant what takes the place of what was understood before */
    Thought correct(String meant, Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return thought(readings.alone(meant, question), new Course.Anew());
        }
        var followUp = followUp(meant, question);
        var certain = followUp.as(followUp.asksNothing() ? Ellipsis.CERTAIN : Ellipsis.POSSIBLE);
        var reading = readings.inContext(certain, question, context, context.refusing());
        return thought(reading, new Course.GoingOn(context.refusing()));
    }

    /** @param asked what is asked instead; may be empty */
    Thought change(String asked, Question question) {
        var closed = question.context().closed();
        return asked.isEmpty()
                ? acknowledge(question, closed)
                : thought(readings.alone(asked, question), new Course.GoingOn(closed));
    }

    /**
     * Back at an earlier topic: what is asked of it, or the same again when nothing is.
     *
     * @param said how it is called, and what is asked of it
     * @param context with that topic under discussion
     */
    Thought resume(Form said, Topic topic, Context context, Question question) {
        var before = analyzer.form(topic.question(), question.asOf());
        var followUp = followUp(said.normal(), question).as(Ellipsis.POSSIBLE);
        var reading = asksMore(said, before)
                ? readings.inContext(followUp, question, context, context)
                : readings.alone(topic.question(), question);
        return thought(reading, new Course.GoingOn(context));
    }

    private static boolean asksMore(Form said, Form before) {
        return !said.entities().aspects().isEmpty()
                || !said.entities().amounts().isEmpty()
                || !before.words().containsAll(said.words());
    }

    /** Nothing is asked. */
    Thought acknowledge(Question question, Context after) {
        var reading = readings.alone(question.text(), question);
        var courtesy = reading.ranking().intents().stream()
                .filter(hit -> Reason.CHITCHAT.name().equals(hit.reason()))
                .findFirst()
                .map(hit -> hit.target().id());
        var decision = new Decision.SmallTalk(
                courtesy, reading.decision().suggestions(), reading.decision().confidence());
        return new Thought(
                reading.text(), reading.ranking().query(), reading.ranking(), decision, new Course.Settled(after));
    }

    private FollowUp followUp(String text, Question question) {
        return FollowUp.of(text, analyzer, question.asOf());
    }

    private static Thought thought(Reading reading, Course course) {
        return new Thought(reading.text(), reading.ranking().query(), reading.ranking(), reading.decision(), course);
    }
}
