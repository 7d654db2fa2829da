package cn.yiqilai.workorder.web;

import cn.yiqilai.platform.web.ProblemMappers;
import cn.yiqilai.workorder.ConflictException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a conflict with the order as it is now, shown as whoever asked may see it. */
public final class ConflictMapper {
    private final OrderDoor door;

    ConflictMapper(OrderDoor door) {
        this.door = door;
    }

    @ServerExceptionMapper
    public Response conflict(ConflictException e) {
        return ProblemMappers.respond(e.problem().with("current", door.view(e.current())));
    }
}
