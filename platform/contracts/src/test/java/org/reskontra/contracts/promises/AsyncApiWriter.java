package org.reskontra.contracts.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.reskontra.contracts.EventCatalogue;
import org.reskontra.contracts.PublishedEvent;
import org.reskontra.contracts.Topics;

/** Writes the AsyncAPI 3.0 document of the public topics from the records, their schemas and their goldens. */
final class AsyncApiWriter {

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final String KAFKA_BINDING = "0.5.0";

    private final Javadocs docs;
    private final ObjectNode schemas = NEW.objectNode();

    AsyncApiWriter(Javadocs docs) {
        this.docs = docs;
    }

    ObjectNode document() {
        var document = NEW.objectNode();
        document.put("asyncapi", "3.0.0");
        document.put("id", "urn:reskontra:events");
        document.set("info", info());
        document.put("defaultContentType", "application/json");
        document.set("servers", servers());
        document.set("channels", channels());
        document.set("operations", operations());
        document.set("components", components());
        return document;
    }

    private static ObjectNode info() {
        var info = NEW.objectNode();
        info.put("title", "Reskontra events");
        info.put("version", "0.1.0");
        info.put("description", """
                What the four services publish on Kafka and which of them read it. A partner takes the place of a \
                reader: subscribe to a topic with a consumer group of your own.

                Records are CloudEvents 1.0 in binary mode: the value is the JSON payload, everything else is in the \
                headers. The key is the id of what the event is about, so all that happens to one invoice (customer, \
                tenant) is in order. Delivery is at least once: drop what you have seen by (ce_source, ce_id), or by \
                ce_aggregateversion, which counts 1, 2, 3 without a gap per aggregate and publisher.

                Events carry ids, amounts, dates and codes; no name, address or other personal data of a customer. \
                How to reach customers travels on a restricted topic between our own services only, which is not part \
                of this document.

                Within a version, objects may gain optional properties and lists of codes may grow: ignore what you \
                do not know. Any other change is a new version under a new ce_type, published beside the old one.
                """);
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private static ObjectNode servers() {
        var servers = NEW.objectNode();
        var installation = servers.putObject("installation");
        installation.put("host", "{bootstrap}");
        installation.put("protocol", "kafka-secure");
        installation.put(
                "description", "The operator of an installation hands out its address and the means to log in.");
        installation
                .putObject("variables")
                .putObject("bootstrap")
                .put("description", "host:port of one or more brokers")
                .put("default", "kafka.example.org:9093");
        var local = servers.putObject("local");
        local.put("host", "localhost:9092");
        local.put("protocol", "kafka");
        local.put("description", "A local run; it says its address when it starts and in target/run.json.");
        return servers;
    }

    private ObjectNode channels() {
        var channels = NEW.objectNode();
        for (var publisher : Publisher.ALL) {
            var channel = channels.putObject(publisher.topic());
            channel.put("address", publisher.topic());
            channel.put("description", publisher.about());
            var messages = channel.putObject("messages");
            publisher.events().forEach(event -> messages.set(name(event), ref("messages", name(event))));
            var kafka = channel.putObject("bindings").putObject("kafka");
            kafka.put("topic", publisher.topic());
            kafka.put("partitions", Topics.PARTITIONS);
            kafka.putObject("topicConfiguration").putArray("cleanup.policy").add(policy(publisher.topic()));
            kafka.put("bindingVersion", KAFKA_BINDING);
        }
        return channels;
    }

    static String policy(String topic) {
        return Topics.COMPACTED.contains(topic) ? "compact" : "delete";
    }

    private static ObjectNode operations() {
        var operations = NEW.objectNode();
        for (var publisher : Publisher.ALL) {
            var send = operation(publisher, publisher.service(), "send");
            publisher
                    .events()
                    .forEach(event -> send.withArray("messages")
                            .addObject()
                            .put("$ref", "#/channels/" + publisher.topic() + "/messages/" + name(event)));
            operations.set(publisher.service() + "-sends-" + publisher.topic(), send);
        }
        for (var publisher : Publisher.ALL) {
            for (var reader : publisher.readers()) {
                var receive = operation(publisher, reader, "receive");
                var kafka = receive.putObject("bindings").putObject("kafka");
                kafka.putObject("groupId").put("type", "string").put("const", reader);
                kafka.put("bindingVersion", KAFKA_BINDING);
                operations.set(reader + "-receives-" + publisher.topic(), receive);
            }
        }
        return operations;
    }

    private static ObjectNode operation(Publisher publisher, String service, String action) {
        var operation = NEW.objectNode();
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + publisher.topic());
        operation.put(
                "summary",
                action.equals("send")
                        ? service + " publishes this"
                        : service + " reads the topic and skips what it has no use for");
        operation.putArray("tags").addObject().put("name", service);
        return operation;
    }

    private ObjectNode components() {
        var messages = NEW.objectNode();
        for (var publisher : Publisher.ALL) {
            publisher.events().forEach(event -> messages.set(name(event), message(publisher, event)));
        }
        var components = NEW.objectNode();
        components.set("messages", messages);
        components.putObject("messageTraits").set("cloud-event", cloudEvent());
        components.set("schemas", schemas);
        return components;
    }

    private ObjectNode message(Publisher publisher, Class<? extends PublishedEvent> event) {
        var schema = new SchemaWriter(docs).schemaOf(event);
        var definitions = schema.remove("$defs");
        if (definitions != null) {
            definitions.properties().forEach(type -> schemas.set(type.getKey(), inComponents(type.getValue())));
        }
        schema.remove("$schema");
        schema.remove("$id");
        schemas.set(name(event), inComponents(schema));

        var message = NEW.objectNode();
        message.put("name", name(event));
        message.put("title", schema.get("title").asText());
        message.put("summary", schema.get("description").asText());
        message.putArray("traits").add(ref("messageTraits", "cloud-event"));
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("type", "string").put("const", EventCatalogue.typeOf(event));
        headers.putObject("ce_dataschema").put("type", "string").put("const", EventCatalogue.dataSchemaOf(event));
        headers.putObject("ce_source").put("type", "string").put("const", "/" + publisher.service());
        message.set("payload", ref("schemas", name(event)));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "id of the " + publisher.key());
        kafka.put("bindingVersion", KAFKA_BINDING);
        message.set("examples", examples(event));
        return message;
    }

    private static ArrayNode examples(Class<? extends PublishedEvent> event) {
        var examples = NEW.arrayNode();
        for (var golden : Promises.goldensOf(event)) {
            var file = golden.getFileName().toString();
            var example = examples.addObject();
            example.put("name", file.substring(0, file.length() - ".json".length()));
            example.set("payload", Promises.json(golden));
        }
        return examples;
    }

    private static ObjectNode cloudEvent() {
        var trait = NEW.objectNode();
        trait.put("contentType", "application/json");
        var headers = trait.putObject("headers");
        headers.put("type", "object");
        var properties = headers.putObject("properties");
        property(properties, "ce_specversion", "always 1.0").put("const", "1.0");
        property(properties, "ce_id", "UUIDv7, unique per ce_source; the same when an event is published again")
                .put("format", "uuid");
        property(properties, "ce_source", "the publishing service");
        property(properties, "ce_type", "name and version of the event");
        property(properties, "ce_subject", "id of what the event is about; also the record's key")
                .put("format", "uuid");
        property(properties, "ce_time", "when the publisher committed it, UTC").put("format", "date-time");
        property(properties, "ce_dataschema", "$id of the JSON Schema of the payload");
        property(properties, "ce_tenantid", "whose event it is").put("format", "uuid");
        property(properties, "ce_aggregateversion", "1, 2, 3 without a gap per ce_subject and topic, as decimal text")
                .put("pattern", "^[1-9][0-9]*$");
        property(properties, "ce_partitionkey", "the same as the record's key").put("format", "uuid");
        property(properties, "content-type", "media type of the value").put("const", "application/json");
        var required = headers.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        property(properties, "traceparent", "W3C trace context of the request or event that caused this one");
        return trait;
    }

    private static ObjectNode property(ObjectNode properties, String name, String description) {
        return properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode ref(String kind, String name) {
        return NEW.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    private static String name(Class<? extends PublishedEvent> event) {
        return Promises.nameOf(event);
    }

    /** A schema whose definitions stand beside it in the document instead of inside it. */
    private static JsonNode inComponents(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            var moved = NEW.objectNode();
            object.properties().forEach(property -> moved.set(property.getKey(), inComponents(property.getValue())));
            return moved;
        }
        if (schema instanceof ArrayNode array) {
            var moved = NEW.arrayNode();
            array.forEach(element -> moved.add(inComponents(element)));
            return moved;
        }
        return schema.isTextual() && schema.asText().startsWith("#/$defs/")
                ? TextNode.valueOf(schema.asText().replace("#/$defs/", "#/components/schemas/"))
                : schema;
    }
}
