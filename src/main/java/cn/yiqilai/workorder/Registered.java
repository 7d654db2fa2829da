package cn.yiqilai.workorder;

import java.time.Instant;
import java.util.Optional;

/** 登记: it has a number, and nobody was asked yet to see to it. No clock runs. */
public record Registered(
        WorkOrderId id,
        WorkOrderNumber number,
        String city,
        Matter matter,
        Reporter reporter,
        Optional<Source> source,
        Instant registeredAt,
        long version)
        implements WorkOrder {}
