package io.jianmi.server.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tells a taken port before a long start fails on it. */
final class Ports {

    private Ports() {}

    static void requireFree(String host, int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " is taken. Stop what listens there, or choose another port: "
                    + setting + "=" + (port + 1) + " ./jianmi up");
        }
    }
}
