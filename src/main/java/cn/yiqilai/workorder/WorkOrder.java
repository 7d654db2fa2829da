package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.Optional;

/**
 * A matter that somebody will see to. Each state is a record of its own, with what is known and possible in it: a step is a
 * method of the states that have it and returns the next state, or a {@link Transition} where it may be refused.
 *
 * <p>No step counts up the {@link #version}: whoever saves the next state does, once for each change.
 */
public sealed interface WorkOrder permits Open, Ended {
    /** Every order's tag: it comes from an enterprise. */
    String TAG = "企业";

    Dossier dossier();

    /** The same state of the same order with other common data. */
    WorkOrder with(Dossier other);

    default WorkOrderId id() {
        return dossier().id();
    }

    default WorkOrderNumber number() {
        return dossier().number();
    }

    /** The profile it is counted by, {@code yancheng}. */
    default String city() {
        return dossier().city();
    }

    default Matter matter() {
        return dossier().matter();
    }

    default Reporter reporter() {
        return dossier().reporter();
    }

    default Optional<Source> source() {
        return dossier().source();
    }

    default Instant registeredAt() {
        return dossier().registeredAt();
    }

    /** Grows by one with each change, from 1; a change names the version it was made upon. */
    default long version() {
        return dossier().version();
    }

    default Progress progress() {
        return dossier().progress();
    }

    default State state() {
        return switch (this) {
            case Registered registered -> State.REGISTERED;
            case Declined declined -> State.DECLINED;
            case AnsweredOnline answered -> State.ANSWERED_ONLINE;
            case ThreeWayCall call -> State.THREE_WAY_CALL;
            case AwaitingDispatch awaiting -> State.AWAITING_DISPATCH;
            case Dispatched dispatched -> State.DISPATCHED;
            case InProgress inProgress -> State.IN_PROGRESS;
            case ReturnRequested requested -> State.RETURN_REQUESTED;
            case JointHandling joint -> State.JOINT_HANDLING;
            case UnderApproval approval -> State.UNDER_APPROVAL;
            case UnderReview review -> State.UNDER_REVIEW;
            case Closed closed -> State.CLOSED;
            case SmsCallback callback -> State.SMS_CALLBACK;
            case HumanCallback callback -> State.HUMAN_CALLBACK;
            case Rectifying rectifying -> State.RECTIFYING;
            case DirectlyReported reported -> State.DIRECTLY_REPORTED;
            case Archived archived -> State.ARCHIVED;
        };
    }

    /** Who sees to it, or saw to it last; empty while no unit was asked. */
    default Optional<Assignment> task() {
        return switch (this) {
            case WithUnit held -> Optional.of(held.assignment());
            case AfterClosing closed -> Optional.of(closed.assignment());
            case Archived archived -> Optional.ofNullable(archived.assignment());
            case Registered registered -> Optional.empty();
            case ThreeWayCall call -> Optional.empty();
            case AwaitingDispatch awaiting -> Optional.empty();
            case DirectlyReported reported -> Optional.empty();
            case Declined declined -> Optional.empty();
            case AnsweredOnline answered -> Optional.empty();
        };
    }

    /** The accepted reply; empty before there is one. */
    default Optional<Completion> result() {
        return switch (this) {
            case AfterClosing closed -> Optional.of(closed.completion());
            case Archived archived -> Optional.ofNullable(archived.completion());
            case Unsettled unsettled -> Optional.empty();
            case DirectlyReported reported -> Optional.empty();
            case Declined declined -> Optional.empty();
            case AnsweredOnline answered -> Optional.empty();
        };
    }

    /** What a department has reported directly; empty for everything else. */
    default Optional<DirectReport> directReport() {
        return switch (this) {
            case DirectlyReported reported -> Optional.of(reported.report());
            case Archived archived -> Optional.ofNullable(archived.report());
            case Unsettled unsettled -> Optional.empty();
            case AfterClosing closed -> Optional.empty();
            case Declined declined -> Optional.empty();
            case AnsweredOnline answered -> Optional.empty();
        };
    }
}
