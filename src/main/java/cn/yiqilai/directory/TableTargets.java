package cn.yiqilai.directory;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Provision;
import cn.yiqilai.city.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** How many rows the city's plan says a table has, as its service rules have it. */
@ApplicationScoped
public class TableTargets {
    private static final String SECTION = "capacity";

    private final RuleBook rules;
    private final City city;

    TableTargets(RuleBook rules, City city) {
        this.rules = rules;
        this.city = city;
    }

    /** Empty where the plan is silent. */
    public Optional<Integer> of(DirectoryPart part) {
        return switch (part) {
            case UNITS, LEADERS, DUTY_CONTACTS, SPECIALISTS, ROTA, KEY_ENTERPRISES, MAJOR_PROJECTS -> Optional.empty();
            case FILING_CODES -> count("filing_codes");
            case WINDOWS -> count("registration_windows");
        };
    }

    private Optional<Integer> count(String name) {
        return rules.of(city.profile())
                .provision(SECTION, name)
                .map(Provision::value)
                .filter(values -> !values.isEmpty())
                .map(List::getFirst)
                .map(Integer::valueOf);
    }
}
