package org.reskontra.collection.demands;

/** Puts a demand into words. The same demand and language give the same text. */
public final class DemandWriter {

    private DemandWriter() {}

    public static Letter write(Demand demand, Language language) {
        return switch (language) {
            case SWEDISH -> new SwedishDemand(demand).letter();
            case ENGLISH -> new EnglishDemand(demand).letter();
        };
    }
}
