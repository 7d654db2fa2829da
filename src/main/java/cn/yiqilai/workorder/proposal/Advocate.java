package cn.yiqilai.workorder.proposal;

import java.util.List;

/** Looks at a request from one side and says which units it speaks for. */
public interface Advocate {
    /** Units in service only; empty when there is nothing to go by. */
    List<Argument> speak(Request request);
}
