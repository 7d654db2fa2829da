package cn.yiqilai.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * What every operation says the same way: its errors are problems, anything may fail, and a body that shows no example of its
 * own shows the one of its schema, {@code openapi/examples/<schema>.json}. Runs while the application is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OperationDescriptions implements OASFilter {
    /** The schema of every error; made here, in no order with the other filters. */
    static final String PROBLEM = "Problem";

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String EXAMPLES = "#/components/examples/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(PROBLEM, problem());
        operations(document).forEach(operation -> {
            describeErrors(operation);
            contents(operation).forEach(content -> showExamples(document, content));
        });
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    private static void describeErrors(Operation operation) {
        var responses = operation.getResponses();
        if (operation.getRequestBody() != null) {
            addMissing(responses, "400", "内容有误，errors 逐项说明");
            addMissing(responses, "413", "内容过大");
        }
        if (wantsAnyLogin(operation)) {
            // Quarkus adds it to everything that wants a login; nobody who is logged in is refused here.
            responses.removeAPIResponse("403");
        }
        addMissing(responses, "500", "服务出错，detail 中有可供查询的编号");
        addMissing(responses, "503", "暂时不可用，内容未提交，请稍后重试");
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                response.setContent(problemContent());
            }
            if (status.equals("429") || status.equals("503")) {
                response.addHeader("Retry-After", retryAfter());
            }
        });
        responses.setAPIResponses(new TreeMap<>(responses.getAPIResponses()));
    }

    private static void addMissing(APIResponses responses, String status, String description) {
        if (!responses.hasAPIResponse(status)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static boolean wantsAnyLogin(Operation operation) {
        return operation.getSecurity() != null
                && operation.getSecurity().stream()
                        .map(SecurityRequirement::getSchemes)
                        .flatMap(schemes -> schemes.values().stream())
                        .allMatch(List::isEmpty);
    }

    private static Stream<Content> contents(Operation operation) {
        var answers =
                operation.getResponses().getAPIResponses().values().stream().map(APIResponse::getContent);
        var question = Optional.ofNullable(operation.getRequestBody()).map(body -> body.getContent());
        return Stream.concat(question.stream(), answers).filter(content -> content != null);
    }

    private static void showExamples(OpenAPI document, Content content) {
        content.getMediaTypes().values().stream()
                .filter(type -> type.getExample() == null && type.getExamples() == null)
                .forEach(type -> schemaName(type)
                        .filter(name -> !name.equals(PROBLEM))
                        .ifPresent(name -> showExample(document, type, name)));
    }

    private static Optional<String> schemaName(MediaType type) {
        return Optional.ofNullable(type.getSchema())
                .map(Schema::getRef)
                .filter(reference -> reference.startsWith(SCHEMAS))
                .map(reference -> reference.substring(SCHEMAS.length()));
    }

    private static void showExample(OpenAPI document, MediaType type, String name) {
        var components = document.getComponents();
        if (components.getExamples() == null || !components.getExamples().containsKey(name)) {
            components.addExample(name, OASFactory.createExample().value(example(name)));
        }
        type.addExample(name, OASFactory.createExample().ref(EXAMPLES + name));
    }

    private static Object example(String name) {
        var path = "openapi/examples/" + name + ".json";
        try (InputStream file = OperationDescriptions.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the body " + name + " needs an example: src/main/resources/" + path);
            }
            return JSON.readValue(file, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemMappers.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + PROBLEM)));
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("几秒后再试")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
    }

    /** The form of {@link ProblemMappers#body}. */
    private static Schema problem() {
        var error = object().addProperty("field", text().description("请求中的字段"))
                .addProperty("message", text().description("哪里不对"))
                .required(List.of("field", "message"));
        return object().description("没有办成的原因（RFC 9457）。409 另有 current：现在的内容；429 与 503 另有 retryAfter：几秒后再试。")
                .addProperty("type", text().format("uri").description("问题的稳定名称，程序据此区分"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("给人看的一句话"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(error)
                                .description("有误的字段，逐项说明；与字段无关时没有"))
                .required(List.of("type", "title", "status", "detail"))
                .addExample(example(PROBLEM));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
