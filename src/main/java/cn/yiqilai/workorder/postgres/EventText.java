package cn.yiqilai.workorder.postgres;

import cn.yiqilai.workorder.clock.ClockEvent;

/** Clock events as they are stored: the name that the HTTP contract has for them, and the rest as JSON. */
final class EventText {
    private EventText() {}

    static String name(ClockEvent event) {
        return switch (event) {
            case ClockEvent.Received received -> "RECEIVE";
            case ClockEvent.Formed formed -> "FORM";
            case ClockEvent.Dispatched dispatched -> "DISPATCH";
            case ClockEvent.PassedOn passed -> "PASS_ON";
            case ClockEvent.Signed signed -> "SIGN";
            case ClockEvent.Contacted contacted -> "CONTACT";
            case ClockEvent.ReturnRequested requested -> "REQUEST_RETURN";
            case ClockEvent.ReturnDecided decided -> "DECIDE_RETURN";
            case ClockEvent.ExtensionRequested requested -> "REQUEST_EXTENSION";
            case ClockEvent.ExtensionDecided decided -> "DECIDE_EXTENSION";
            case ClockEvent.ReplySubmitted submitted -> "SUBMIT_REPLY";
            case ClockEvent.ReplyReviewed reviewed -> "REVIEW_REPLY";
            case ClockEvent.FlagSet set -> "SET_FLAG";
            case ClockEvent.FlagCleared cleared -> "CLEAR_FLAG";
            case ClockEvent.SourceLimitSet limit -> "SOURCE_LIMIT";
            case ClockEvent.CallMissed missed -> "MISSED_CALL";
            case ClockEvent.CalledBack calledBack -> "CALL_BACK";
            case ClockEvent.ResultTold told -> "RESULT_TOLD";
            case ClockEvent.Rated rated -> "RATE";
        };
    }

    static String write(ClockEvent event) {
        return OrderJson.write(event);
    }

    /** @throws IllegalStateException for a name that nothing was ever stored under */
    static ClockEvent read(String name, String text) {
        return OrderJson.read(text, type(name));
    }

    private static Class<? extends ClockEvent> type(String name) {
        return switch (name) {
            case "RECEIVE" -> ClockEvent.Received.class;
            case "FORM" -> ClockEvent.Formed.class;
            case "DISPATCH" -> ClockEvent.Dispatched.class;
            case "PASS_ON" -> ClockEvent.PassedOn.class;
            case "SIGN" -> ClockEvent.Signed.class;
            case "CONTACT" -> ClockEvent.Contacted.class;
            case "REQUEST_RETURN" -> ClockEvent.ReturnRequested.class;
            case "DECIDE_RETURN" -> ClockEvent.ReturnDecided.class;
            case "REQUEST_EXTENSION" -> ClockEvent.ExtensionRequested.class;
            case "DECIDE_EXTENSION" -> ClockEvent.ExtensionDecided.class;
            case "SUBMIT_REPLY" -> ClockEvent.ReplySubmitted.class;
            case "REVIEW_REPLY" -> ClockEvent.ReplyReviewed.class;
            case "SET_FLAG" -> ClockEvent.FlagSet.class;
            case "CLEAR_FLAG" -> ClockEvent.FlagCleared.class;
            case "SOURCE_LIMIT" -> ClockEvent.SourceLimitSet.class;
            case "MISSED_CALL" -> ClockEvent.CallMissed.class;
            case "CALL_BACK" -> ClockEvent.CalledBack.class;
            case "RESULT_TOLD" -> ClockEvent.ResultTold.class;
            case "RATE" -> ClockEvent.Rated.class;
            default -> throw new IllegalStateException("no clock event is called " + name);
        };
    }
}
