package io.jianmi.server.boot;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Tells a port that cannot be had before a long start fails on it. */
final class Ports {

    private static final int FIRST_FOR_EVERYBODY = 1024;

    private Ports() {}

    static void requireFree(String host, int port, String setting) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException e) {
            throw new StartFailure(host + " is no address of this machine. Set JIANMI_HOST to one, such as 127.0.0.1.");
        } catch (BindException e) {
            throw new StartFailure(reason(host, port, setting, String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " (" + setting + ") cannot be used: " + e.getMessage());
        }
    }

    private static String reason(String host, int port, String setting, String message) {
        if (message.contains("assign")) {
            return host + " is no address of this machine. Set JIANMI_HOST to one, such as 127.0.0.1.";
        }
        if (message.contains("denied") && port < FIRST_FOR_EVERYBODY) {
            return "Port " + port + " is kept for the system's administrator. Choose one above 1023: " + setting
                    + "=8080 ./jianmi up";
        }
        return "Port " + port + " is taken. Stop what listens there, or choose another port: " + setting + "="
                + (port + 1) + " ./jianmi up";
    }
}
