package io.jianmi.form.field.geo;

import io.jianmi.form.testing.FieldTypeContract;
import java.util.List;

class GeoTypeContractTest extends FieldTypeContract {

    GeoTypeContractTest() {
        super("geo", "");
    }

    @Override
    protected List<Accepted> accepted() {
        return List.of(
                new Accepted(
                        "{\"lat\":39.9087243,\"lng\":116.39745,\"title\":\"天安门\"}",
                        "{\"lat\":39.9087243,\"lng\":116.39745,\"title\":\"天安门\"}"),
                new Accepted("{\"lat\":-90,\"lng\":179.50000000004}", "{\"lat\":-90,\"lng\":179.5}"),
                new Accepted("{\"lat\":0,\"lng\":0,\"title\":\" \"}", "{\"lat\":0,\"lng\":0}"));
    }

    @Override
    protected List<Refused> refused() {
        return List.of(
                new Refused("{\"lat\":90.1,\"lng\":0}", "field.geo-range"),
                new Refused("{\"lat\":\"39\",\"lng\":116}", "field.type"),
                new Refused("{\"lat\":39}", "field.type"),
                new Refused("{\"lat\":1,\"lng\":1,\"zoom\":3}", "field.type"),
                new Refused("\"39,116\"", "field.type"));
    }

    @Override
    protected String hiddenPart() {
        return "";
    }
}
