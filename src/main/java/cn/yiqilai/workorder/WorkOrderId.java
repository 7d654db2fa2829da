package cn.yiqilai.workorder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a work order inside the service; people use its {@link WorkOrderNumber}. */
public record WorkOrderId(@JsonValue UUID value) {
    @JsonCreator
    public WorkOrderId {}

    public static WorkOrderId random() {
        return new WorkOrderId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
