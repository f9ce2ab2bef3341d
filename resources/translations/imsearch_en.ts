<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name />
        <message numerus="yes">
            <source>%Ln picture(s)</source>
            <translation>
                <numerusform>%Ln picture</numerusform>
                <numerusform>%Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s)</source>
            <translation>
                <numerusform>%Ln file</numerusform>
                <numerusform>%Ln files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln folder(s)</source>
            <translation>
                <numerusform>%Ln folder</numerusform>
                <numerusform>%Ln folders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln filter(s)</source>
            <translation>
                <numerusform>%Ln filter</numerusform>
                <numerusform>%Ln filters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %Ln minute(s)</source>
            <translation>
                <numerusform>about %Ln minute</numerusform>
                <numerusform>about %Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %Ln hour(s)</source>
            <translation>
                <numerusform>about %Ln hour</numerusform>
                <numerusform>about %Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %Ln day(s)</source>
            <translation>
                <numerusform>about %Ln day</numerusform>
                <numerusform>about %Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln byte(s)</source>
            <translation>
                <numerusform>%Ln byte</numerusform>
                <numerusform>%Ln bytes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} and %Ln other(s)</source>
            <comment>operators</comment>
            <translation>
                <numerusform>{0} and %Ln other</numerusform>
                <numerusform>{0} and %Ln others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>“{0}” has {1} x {2} patches after %Ln other token(s): with them it can say where a match lies.</source>
            <translation>
                <numerusform>“{0}” has {1} x {2} patches after %Ln other token: with them it can say where a match lies.</numerusform>
                <numerusform>“{0}” has {1} x {2} patches after %Ln other tokens: with them it can say where a match lies.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln page(s)</source>
            <translation>
                <numerusform>%Ln page</numerusform>
                <numerusform>%Ln pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln model(s)</source>
            <translation>
                <numerusform>%Ln model</numerusform>
                <numerusform>%Ln models</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln vector(s)</source>
            <translation>
                <numerusform>%Ln vector</numerusform>
                <numerusform>%Ln vectors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln message(s) waiting</source>
            <translation>
                <numerusform>%Ln message waiting</numerusform>
                <numerusform>%Ln messages waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) added</source>
            <translation>
                <numerusform>%Ln picture added</numerusform>
                <numerusform>%Ln pictures added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln added</source>
            <comment>pictures</comment>
            <translation>
                <numerusform>%Ln added</numerusform>
                <numerusform>%Ln added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) changed</source>
            <translation>
                <numerusform>%Ln picture changed</numerusform>
                <numerusform>%Ln pictures changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed</source>
            <comment>pictures</comment>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) moved</source>
            <translation>
                <numerusform>%Ln picture moved</numerusform>
                <numerusform>%Ln pictures moved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln moved</source>
            <comment>pictures</comment>
            <translation>
                <numerusform>%Ln moved</numerusform>
                <numerusform>%Ln moved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) gone</source>
            <translation>
                <numerusform>%Ln picture gone</numerusform>
                <numerusform>%Ln pictures gone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln gone</source>
            <comment>pictures</comment>
            <translation>
                <numerusform>%Ln gone</numerusform>
                <numerusform>%Ln gone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s) skipped</source>
            <translation>
                <numerusform>%Ln file skipped</numerusform>
                <numerusform>%Ln files skipped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln skipped</source>
            <comment>files</comment>
            <translation>
                <numerusform>%Ln skipped</numerusform>
                <numerusform>%Ln skipped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>&amp;Copy %Ln row(s) as text</source>
            <translation>
                <numerusform>&amp;Copy %Ln row as text</numerusform>
                <numerusform>&amp;Copy %Ln rows as text</numerusform>
            </translation>
        </message>
    </context>
</TS>
