package cn.yiqilai.workorder;

import cn.yiqilai.directory.DutyContact;
import cn.yiqilai.directory.DutyContacts;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.sms.ShortMessage;
import cn.yiqilai.platform.sms.ShortMessages;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Outside office hours nobody looks at a page, so whoever is on duty for the unit is told that it has got something
 * (非工作时间段的调度安排，及时处置突发性诉求).
 */
@ApplicationScoped
class DutyPaging {
    private final DutyContacts contacts;
    private final ShortMessages texts;
    private final ClockFactory clocks;

    DutyPaging(DutyContacts contacts, ShortMessages texts, ClockFactory clocks) {
        this.contacts = contacts;
        this.texts = texts;
        this.clocks = clocks;
    }

    void page(WorkOrder order) {
        order.task()
                .filter(task -> UnitId.isWellFormed(task.unit()))
                .filter(task -> !clocks.calendarOf(order).isOpen(task.dispatchedAt()))
                .ifPresent(task -> contacts.at(new UnitId(task.unit()), task.dispatchedAt())
                        .forEach(contact -> page(order, contact)));
    }

    private void page(WorkOrder order, DutyContact contact) {
        MobilePhone.of(contact.phone())
                .ifPresent(phone -> texts.send(new ShortMessage(
                        "work-order/%s/%d/duty/%s".formatted(order.id(), order.version(), contact.id()),
                        phone,
                        Messages.of("workorder.text.duty", order.number().value()),
                        order.number() + "/unit")));
    }
}
