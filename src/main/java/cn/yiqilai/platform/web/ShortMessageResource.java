package cn.yiqilai.platform.web;

import cn.yiqilai.platform.MessageSignature;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.sms.InboundShortMessages;
import cn.yiqilai.platform.sms.InboundShortMessages.Proof;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The door for the gateway's replies. */
@Path("/api/v1/sms")
@Tag(name = "短信", description = "短信网关交来的回复，以共享密钥签名。")
@RunOnVirtualThread
public class ShortMessageResource {
    private static final int LONGEST_BODY = 8 * 1024;

    @Schema(
            name = "InboundSms",
            requiredProperties = {"id", "from", "text"})
    public record Inbound(
            @Nullable String id,
            @Nullable String from,
            @Nullable String text) {}

    /** @param duplicate true when this reply was taken before; nothing happened this time */
    @Schema(name = "InboundSmsTaken")
    public record Taken(String id, boolean duplicate) {}

    private final InboundShortMessages messages;
    private final ObjectMapper json;

    ShortMessageResource(InboundShortMessages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @POST
    @Path("inbound")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "接收短信回复", description = "由短信网关调用。id 为网关的编号，重复交来只处理一次；签名为 HMAC-SHA256（时间戳.随机串.正文），时间相差不超过五分钟。")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Inbound.class),
                            examples =
                                    @ExampleObject(
                                            name = "grade",
                                            value =
                                                    "{\"id\":\"gw-20260310-0001\",\"from\":\"0515-12345678\",\"text\":\"5\"}")))
    @APIResponse(responseCode = "200", description = "已收到")
    @APIResponse(responseCode = "401", description = "签名不对或已过时")
    @APIResponse(responseCode = "409", description = "该 id 已用于内容不同的回复")
    @APIResponse(responseCode = "503", description = "没有设置短信网关的密钥")
    public Taken inbound(
            @HeaderParam(MessageSignature.TIMESTAMP)
                    @Parameter(description = "1970 年以来的秒数", required = true, example = "1773108000")
                    @Nullable
                    String timestamp,
            @HeaderParam(MessageSignature.NONCE)
                    @Parameter(description = "8 到 64 位的随机串，每次不同", required = true, example = "f3a1c9d27b64")
                    @Nullable
                    String nonce,
            @HeaderParam(MessageSignature.SIGNATURE)
                    @Parameter(description = "v1= 加十六进制的 HMAC-SHA256", required = true, example = "v1=9f86d0…")
                    @Nullable
                    String signature,
            byte @Nullable [] body) {
        var bytes = Parameters.body(body);
        if (bytes.length > LONGEST_BODY) {
            throw Problem.of(413, "request.too-large").asException();
        }
        messages.requireGenuine(bytes, new Proof(timestamp, nonce, signature));
        var reply = read(bytes);
        var fresh = messages.take(reply.id(), reply.from(), reply.text());
        return new Taken(String.valueOf(reply.id()), !fresh);
    }

    private Inbound read(byte[] body) {
        try {
            return Parameters.body(json.readValue(body, Inbound.class));
        } catch (JsonProcessingException e) {
            throw ProblemMappers.unreadableBody(e).asException();
        } catch (IOException e) {
            throw Problem.invalid("request.not-json").asException();
        }
    }
}
