package cn.yiqilai.platform.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Starts the application with a gateway for short messages on a free port, and with webhooks allowed to this machine. */
public final class WithGateway implements QuarkusTestProfile {
    public static final String SECRET = "the-gateway-of-this-test";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiqilai.sms-gateway-url",
                "http://127.0.0.1:" + freePort() + "/send",
                "yiqilai.sms-gateway-secret",
                SECRET,
                "yiqilai.webhook-allow-private",
                "true");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
