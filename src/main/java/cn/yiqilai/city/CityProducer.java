package cn.yiqilai.city;

import cn.yiqilai.city.yaml.RulesFolder;
import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the regions and the rules and picks the city when the service starts. */
@ApplicationScoped
class CityProducer {
    @Produces
    @Singleton
    Regions regions(Settings settings) {
        return Regions.load(settings.seed().resolve("regions.txt"));
    }

    @Produces
    @Singleton
    RuleBook ruleBook(Settings settings) {
        return RulesFolder.read(settings.serviceRules());
    }

    @Produces
    @Singleton
    City city(Settings settings, RuleBook book, Regions regions) {
        return City.of(settings.city(), book, regions);
    }
}
