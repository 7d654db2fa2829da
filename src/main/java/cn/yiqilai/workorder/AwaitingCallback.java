package cn.yiqilai.workorder;

/** The enterprise can be asked, or has said, whether it is content. */
public sealed interface AwaitingCallback extends AfterClosing permits Closed, SmsCallback, HumanCallback {
    @Override
    AwaitingCallback with(Dossier other);

    /** Rows 18 and 19: a rating as it came; a bad one leads on, a good one waits for the archive. */
    AfterClosing rate(Rating rating);

    /** Nobody answered, or whoever did gave no rating. */
    AfterClosing unrated(CallbackAttempt attempt);
}
