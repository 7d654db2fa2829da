package cn.yiqilai.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of every field of a body whether it is always there, as the record behind it has it: what is marked {@code @Nullable}
 * may be null or absent, everything else is required.
 *
 * <p>A request accepts all its fields as null, so as to say in Chinese what is missing; which ones it cannot do without is
 * named by {@code requiredProperties} of its {@code @Schema}. Runs while the application is built, on its index of classes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class BodySchemas implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;
    private final Map<String, ClassInfo> records;

    public BodySchemas(IndexView index) {
        this.index = index;
        this.records = index.getAnnotations(SCHEMA).stream()
                .filter(mark -> mark.target().kind() == AnnotationTarget.Kind.CLASS && mark.value("name") != null)
                .filter(mark -> body(mark).isRecord())
                .collect(Collectors.toUnmodifiableMap(
                        mark -> mark.value("name").asString(), BodySchemas::body, BodySchemas::same));
    }

    private static ClassInfo body(AnnotationInstance mark) {
        return mark.target().asClass();
    }

    /** The index holds some classes twice; two classes of one name would be one body for two things. */
    private static ClassInfo same(ClassInfo one, ClassInfo other) {
        if (!one.name().equals(other.name())) {
            throw new IllegalStateException("one name for two bodies: " + one.name() + " and " + other.name());
        }
        return one;
    }

    /** @throws IllegalStateException for a body whose record bears no {@code @Schema(name = …)} */
    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = Map.copyOf(document.getComponents().getSchemas());
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && !name.equals(OperationDescriptions.PROBLEM)) {
                describe(schema, recordNamed(name), schemas);
            }
        });
        schemas.entrySet().stream()
                .filter(one -> isText(one.getValue()))
                .map(Map.Entry::getKey)
                .forEach(document.getComponents()::removeSchema);
    }

    private ClassInfo recordNamed(String name) {
        return Optional.ofNullable(records.get(name))
                .orElseThrow(
                        () -> new IllegalStateException("the record of the body " + name + " needs @Schema(name = …)"));
    }

    /** The fields in the order of the record: the scanner's own is another one on each build. */
    private void describe(Schema schema, ClassInfo body, Map<String, Schema> schemas) {
        var wanted = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        var required = new ArrayList<String>();
        var properties = new LinkedHashMap<String, Schema>();
        components(body).forEach(component -> {
            var name = name(component);
            var property = plain(found(name, schema.getProperties()), schemas);
            if (wanted.contains(name) || !component.type().hasAnnotation(NULLABLE)) {
                required.add(name);
                properties.put(name, property);
            } else {
                properties.put(name, orNull(property));
            }
        });
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    /** As it is written, where that is a word which Java keeps for itself: {@code do}. */
    private static String name(RecordComponentInfo component) {
        var renamed = component.field().annotation(PROPERTY);
        return renamed == null ? component.name() : renamed.value().asString();
    }

    private Stream<RecordComponentInfo> components(ClassInfo body) {
        return body.recordComponentsInDeclarationOrder().stream().flatMap(this::unwrapped);
    }

    private Stream<RecordComponentInfo> unwrapped(RecordComponentInfo component) {
        return isUnwrapped(component)
                ? components(index.getClassByName(component.type().name()))
                : Stream.of(component);
    }

    /** The mark is not one of record components, so the compiler hands it on to field and accessor only. */
    private static boolean isUnwrapped(RecordComponentInfo component) {
        return component.field().hasAnnotation(UNWRAPPED);
    }

    /** Days, ids and the like are texts of a format where they stand; enumerations and bodies stay references. */
    private static Schema plain(Schema property, Map<String, Schema> schemas) {
        if (property.getRef() == null) {
            return property;
        }
        var referred = found(property.getRef().substring(property.getRef().lastIndexOf('/') + 1), schemas);
        return isText(referred)
                ? OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .format(referred.getFormat())
                        .pattern(referred.getPattern())
                : OASFactory.createSchema().ref(property.getRef());
    }

    private static Schema found(String name, Map<String, Schema> among) {
        return Optional.ofNullable(among.get(name))
                .orElseThrow(() -> new IllegalStateException("the description refers to " + name + " and has none"));
    }

    private static boolean isText(Schema schema) {
        return List.of(SchemaType.STRING).equals(schema.getType()) && schema.getEnumeration() == null;
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() == null) {
            return property.addType(SchemaType.NULL);
        }
        return OASFactory.createSchema()
                .addAnyOf(property)
                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }
}
