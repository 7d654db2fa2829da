package cn.yiqilai.platform.web;

import cn.yiqilai.platform.Settings;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** From where a client speaks: its own address, or the one that a proxy in front names when the operator trusts it. */
@ApplicationScoped
public class ClientAddress {
    private static final int LONGEST = 45;

    private final Settings settings;

    ClientAddress(Settings settings) {
        this.settings = settings;
    }

    public String of(RoutingContext client) {
        var forwarded = client.request().getHeader("X-Forwarded-For");
        if (settings.behindProxy() && forwarded != null) {
            var first = forwarded.split(",", 2)[0].strip();
            return first.substring(0, Math.min(first.length(), LONGEST));
        }
        return client.request().remoteAddress().hostAddress();
    }
}
