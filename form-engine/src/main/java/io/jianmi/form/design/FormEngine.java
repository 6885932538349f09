package io.jianmi.form.design;

import io.jianmi.form.compile.FormCompiler;
import io.jianmi.form.expression.Expressions;
import io.jianmi.form.field.FieldTypes;
import io.jianmi.form.field.builtin.BuiltinFieldTypes;
import io.jianmi.form.parse.FormParser;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pure parts of this module as beans of a running server. */
public final class FormEngine {

    @Produces
    @Singleton
    FieldTypes types(InstantSource clock) {
        return BuiltinFieldTypes.create(clock);
    }

    /** @param zone where {@code today()} begins and ends */
    @Produces
    @Singleton
    Expressions expressions(
            InstantSource clock, @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone) {
        return new Expressions(clock, zone);
    }

    @Produces
    @Singleton
    FormParser parser(FieldTypes types) {
        return new FormParser(types);
    }

    @Produces
    @Singleton
    FormCompiler compiler(FieldTypes types, Expressions expressions) {
        return new FormCompiler(types, expressions);
    }
}
