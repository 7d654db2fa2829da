package cn.yiqilai.workorder;

import cn.yiqilai.platform.Problem;

/**
 * An order is not as whoever wanted to change it thought: its state forbids the step, the step is refused, or somebody else
 * was first. Thrown so that nothing of the attempt is kept; the door answers 409 with the order as it is.
 */
public final class ConflictException extends RuntimeException {
    private final transient WorkOrder current;
    private final transient Problem problem;

    ConflictException(WorkOrder current, Problem problem) {
        super(problem.code() + " for work order " + current.id(), null, false, false);
        this.current = current;
        this.problem = problem.with("state", current.state().name());
    }

    public WorkOrder current() {
        return current;
    }

    public Problem problem() {
        return problem;
    }
}
