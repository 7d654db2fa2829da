package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.workorder.WorkOrderId;

/** The side without people, to which a contact comes back; the turn provides it. The conversation is held in both. */
public interface Bot {
    /** Speaks again from now on: what was under discussion before the person came is over. */
    void resume(Conversation conversation);

    /** Nobody came: files the order that the city's rules ask for, or names the open one, and says so to the enterprise. */
    WorkOrderId fileInstead(Conversation conversation, Contact.Missed missed);

    /** No specialist came while a person has the floor: files the order, or names the open one, and says nothing. */
    Filed fileBeside(Conversation conversation, Contact contact);

    /** @param open it was there before */
    record Filed(WorkOrderId id, String number, boolean open) {}
}
