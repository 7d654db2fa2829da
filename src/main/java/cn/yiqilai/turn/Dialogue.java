package cn.yiqilai.turn;

import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
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
    private final Alone alone;
    private final FollowUps followUps;
    private final Inquiring inquiring;

    Dialogue(Analyzer analyzer, Alone alone, FollowUps followUps, Inquiring inquiring) {
        this.analyzer = analyzer;
        this.alone = alone;
        this.followUps = followUps;
        this.inquiring = inquiring;
    }

    /** With nothing under discussion. */
    Thought open(String said, Question question) {
        return inquiring.take(said, question, text -> alone.read(text, question));
    }

    /** Follows up the topic under discussion, or begins another one. */
    Thought goOn(String said, Question question) {
        var context = question.context();
        return context.question().isEmpty()
                ? open(said, question)
                : inquiring.take(
                        said,
                        question,
                        text -> followUps.read(followUp(text, question), question, context, context.refused()));
    }

    /** @param meant what takes the place of what was understood before */
    Thought correct(String meant, Question question) {
        var context = question.context();
        if (context.question().isEmpty()) {
            return open(meant, question);
        }
        var followUp = followUp(meant, question);
        var corrected = context.refusing();
        return followUps
                .read(
                        followUp.as(followUp.asksNothing() ? Ellipsis.CERTAIN : Ellipsis.POSSIBLE),
                        question,
                        context,
                        corrected.refused())
                .on(new Course.GoingOn(corrected));
    }

    /** @param asked what is asked instead; may be empty */
    Thought change(String asked, Question question) {
        var closed = question.context().closed();
        return asked.isEmpty()
                ? acknowledge(question, closed)
                : open(asked, question).on(new Course.GoingOn(closed));
    }

    /**
     * Back at an earlier topic: what is asked of it, or the same again when nothing is.
     *
     * @param said how it is called, and what is asked of it
     * @param context with that topic under discussion
     */
    Thought resume(Form said, Topic topic, Context context, Question question) {
        var before = analyzer.form(topic.question(), question.asOf());
        var thought = asksMore(said, before)
                ? followUps.read(
                        followUp(said.normal(), question).as(Ellipsis.POSSIBLE), question, context, context.refused())
                : alone.read(topic.question(), question);
        return thought.on(new Course.GoingOn(context));
    }

    private static boolean asksMore(Form said, Form before) {
        return !said.entities().aspects().isEmpty()
                || !said.entities().amounts().isEmpty()
                || !before.words().containsAll(said.words());
    }

    /** Nothing is asked. */
    Thought acknowledge(Question question, Context after) {
        var heard = alone.read(question.text(), question);
        var courtesy = heard.ranking().intents().stream()
                .filter(hit -> Reason.CHITCHAT.name().equals(hit.reason()))
                .findFirst()
                .map(hit -> hit.target().id());
        var decision = new Decision.SmallTalk(
                courtesy, heard.decision().suggestions(), heard.decision().confidence());
        return heard.decided(decision, Rule.COURTESY).on(new Course.Settled(after));
    }

    private FollowUp followUp(String text, Question question) {
        return FollowUp.of(text, analyzer, question.asOf());
    }
}
