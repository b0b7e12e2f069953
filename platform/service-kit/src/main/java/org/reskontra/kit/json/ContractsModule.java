package org.reskontra.kit.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reskontra.contracts.Country;
import org.reskontra.contracts.Identifier;
import org.reskontra.contracts.Money;

/**
 * How the value types of {@code contracts} look in JSON, the same in events and in REST bodies:
 *
 * <ul>
 *   <li>an {@link Identifier} is its UUID as a string, a {@link Country} its code;
 *   <li>{@link Money} is {@code {"minor": 1250, "currency": "SEK"}}; {@code minor} must be a JSON integer;
 *   <li>a {@link BigDecimal} is written as a plain decimal string, {@code "0.115"}; a number is read as well. More than
 *       {@value #MAX_DIGITS} digits before or after the decimal point are refused;
 *   <li>a record of {@code contracts} is its components and nothing else, whatever its methods are called; reading one
 *       fails when a component that is not {@code @Nullable} is missing or null.
 * </ul>
 *
 * <p>What does not fit is refused in words meant for the caller, with no Java in them and nothing of the input.
 *
 * <p>Dates, zones and instants are left to Jackson's own {@code JavaTimeModule}.
 */
public final class ContractsModule extends SimpleModule {

    private static final long serialVersionUID = 1L;
    private static final int MAX_DIGITS = 30;
    private static final String CONTRACTS = Money.class.getPackageName();

    public ContractsModule() {
        super("reskontra-contracts", Version.unknownVersion());
        addSerializer(Identifier.class, new IdentifierWriter());
        addSerializer(Country.class, new CountryWriter());
        addDeserializer(Country.class, new CountryReader());
        addSerializer(Money.class, new MoneyWriter());
        addDeserializer(Money.class, new MoneyReader());
        addSerializer(BigDecimal.class, new DecimalWriter());
        addDeserializer(BigDecimal.class, new DecimalReader());
        setSerializerModifier(new ComponentsOnly());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdentifierReaders());
        context.insertAnnotationIntrospector(new RequiredComponents());
    }

    private static boolean isContract(Class<?> type) {
        return type.isRecord() && type.getPackageName().equals(CONTRACTS);
    }

    private static final class IdentifierWriter extends StdScalarSerializer<Identifier> {
        IdentifierWriter() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(id.value().toString());
        }
    }

    private static final class IdentifierReaders extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return Identifier.class.isAssignableFrom(type.getRawClass())
                            && type.getRawClass().isRecord()
                    ? new IdentifierReader(type.getRawClass())
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
            return Identifier.class.isAssignableFrom(valueType) && valueType.isRecord();
        }
    }

    private static final class IdentifierReader extends StdScalarDeserializer<Object> {
        private static final String NOT_A_UUID = "an id must be a UUID";
        private final transient Constructor<?> constructor;

        IdentifierReader(Class<?> type) {
            super(type);
            try {
                constructor = type.getDeclaredConstructor(UUID.class);
                constructor.setAccessible(true);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is an Identifier that is not made of one UUID", e);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, NOT_A_UUID);
            }
            var text = json.getText();
            try {
                var uuid = UUID.fromString(text);
                // the JDK also takes shortened groups: "1-1-1-1-1"
                if (text.length() != 36) {
                    return context.reportInputMismatch(this, NOT_A_UUID);
                }
                return constructor.newInstance(uuid);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, NOT_A_UUID);
            } catch (InvocationTargetException e) {
                return context.handleInstantiationProblem(handledType(), text, e.getCause());
            } catch (ReflectiveOperationException e) {
                return context.handleInstantiationProblem(handledType(), text, e);
            }
        }
    }

    private static final class CountryWriter extends StdScalarSerializer<Country> {
        CountryWriter() {
            super(Country.class);
        }

        @Override
        public void serialize(Country country, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(country.code());
        }
    }

    private static final class CountryReader extends StdScalarDeserializer<Country> {
        private static final String NOT_A_COUNTRY = "a country must be an ISO 3166-1 alpha-2 code";

        CountryReader() {
            super(Country.class);
        }

        @Override
        public Country deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, NOT_A_COUNTRY);
            }
            var code = json.getText();
            try {
                return new Country(code);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, NOT_A_COUNTRY);
            }
        }
    }

    private static final class MoneyWriter extends StdScalarSerializer<Money> {
        MoneyWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject(money);
            json.writeNumberField("minor", money.minor());
            json.writeStringField("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    private static final class MoneyReader extends StdScalarDeserializer<Money> {
        private static final String NEEDS_BOTH = "an amount must be an object with minor and currency";
        private static final String NOT_A_CURRENCY =
                "currency must be the ISO 4217 code of a currency with minor units";

        MoneyReader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.isExpectedStartObjectToken()) {
                return context.reportInputMismatch(this, NEEDS_BOTH);
            }
            Long minor = null;
            Currency currency = null;
            for (var field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                var token = json.nextToken();
                switch (field) {
                    case "minor" -> {
                        if (token != JsonToken.VALUE_NUMBER_INT) {
                            context.reportInputMismatch(this, "minor must be a whole number of minor units");
                        }
                        minor = json.getLongValue();
                    }
                    case "currency" -> currency = currency(json, context);
                    default -> handleUnknownProperty(json, context, Money.class, field);
                }
            }
            if (minor == null || currency == null) {
                return context.reportInputMismatch(this, NEEDS_BOTH);
            }
            return new Money(minor, currency);
        }

        private Currency currency(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, NOT_A_CURRENCY);
            }
            var code = json.getText();
            try {
                var currency = Currency.getInstance(code);
                Money.zero(currency);
                return currency;
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, NOT_A_CURRENCY);
            }
        }
    }

    private static final class DecimalWriter extends StdScalarSerializer<BigDecimal> {
        DecimalWriter() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal decimal, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(decimal.toPlainString());
        }
    }

    private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
        private static final String NOT_A_NUMBER = "a number must be decimal, as text or as a JSON number";

        DecimalReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == null || !json.currentToken().isScalarValue()) {
                return context.reportInputMismatch(this, NOT_A_NUMBER);
            }
            var text = json.getText();
            try {
                var decimal = new BigDecimal(text);
                // an exponent can make a short text into a number of gigabytes
                if (Math.abs((long) decimal.precision() - decimal.scale()) > MAX_DIGITS
                        || Math.abs((long) decimal.scale()) > MAX_DIGITS) {
                    return context.reportInputMismatch(this, "a number must have at most %d digits", MAX_DIGITS);
                }
                return decimal;
            } catch (NumberFormatException e) {
                return context.reportInputMismatch(this, NOT_A_NUMBER);
            }
        }
    }

    /** Keeps {@code isSettled()} and its like off the wire. */
    private static final class ComponentsOnly extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription description, List<BeanPropertyWriter> properties) {
            var type = description.getBeanClass();
            if (!isContract(type)) {
                return properties;
            }
            var components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            return properties.stream()
                    .filter(property -> components.contains(property.getName()))
                    .toList();
        }
    }

    /** Without this, Jackson would fill a missing component with null, zero or false. */
    private static final class RequiredComponents extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(AnnotatedMember member) {
            return isRequired(member) ? true : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(Annotated annotated) {
            return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
        }

        private static boolean isRequired(Annotated annotated) {
            if (!(annotated instanceof AnnotatedParameter parameter) || !isContract(parameter.getDeclaringClass())) {
                return false;
            }
            var components = parameter.getDeclaringClass().getRecordComponents();
            return parameter.getOwner().getParameterCount() == components.length
                    && !components[parameter.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
