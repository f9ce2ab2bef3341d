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
            <source>%Ln points agree</source>
            <translation>
                <numerusform>%Ln points agree</numerusform>
                <numerusform>%Ln points agree</numerusform>
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
            <source>%Ln question(s)</source>
            <translation>
                <numerusform>%Ln question</numerusform>
                <numerusform>%Ln questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} of %Ln question(s)</source>
            <translation>
                <numerusform>{0} of %Ln question</numerusform>
                <numerusform>{0} of %Ln questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln image(s)</source>
            <translation>
                <numerusform>%Ln image</numerusform>
                <numerusform>%Ln images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln class(es)</source>
            <translation>
                <numerusform>%Ln class</numerusform>
                <numerusform>%Ln classes</numerusform>
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
            <source>%Ln metric(s)</source>
            <translation>
                <numerusform>%Ln metric</numerusform>
                <numerusform>%Ln metrics</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln refinement(s)</source>
            <translation>
                <numerusform>%Ln refinement</numerusform>
                <numerusform>%Ln refinements</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln way(s)</source>
            <translation>
                <numerusform>%Ln way</numerusform>
                <numerusform>%Ln ways</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>“{0}”: the best match of {1} of %Ln question(s) is right ({2} %).</source>
            <translation>
                <numerusform>“{0}”: the best match of {1} of %Ln question is right ({2} %).</numerusform>
                <numerusform>“{0}”: the best match of {1} of %Ln questions is right ({2} %).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>“{0}”: the best match of {1} of %Ln question(s) is of “{2}” ({3} %).</source>
            <translation>
                <numerusform>“{0}”: the best match of {1} of %Ln question is of “{2}” ({3} %).</numerusform>
                <numerusform>“{0}”: the best match of {1} of %Ln questions is of “{2}” ({3} %).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} is offline: its %Ln picture(s) are kept.</source>
            <translation>
                <numerusform>{0} is offline: its %Ln picture is kept.</numerusform>
                <numerusform>{0} is offline: its %Ln pictures are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are no pictures in it now; the %Ln it had are kept.</source>
            <translation>
                <numerusform>There are no pictures in it now; the %Ln it had is kept.</numerusform>
                <numerusform>There are no pictures in it now; the %Ln it had is kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It had %Ln picture(s) and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.</source>
            <translation>
                <numerusform>It had %Ln picture and has none now. Is it gone, or is a disk not connected? Until you say so it is kept.</numerusform>
                <numerusform>It had %Ln pictures and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) leave the library; the files stay where they are. Index the folder again, and they are back.</source>
            <translation>
                <numerusform>%Ln picture leaves the library; the file stays where it is. Index the folder again, and it is back.</numerusform>
                <numerusform>%Ln pictures leave the library; the files stay where they are. Index the folder again, and they are back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This leaves {0} of its %Ln picture(s) out of the library.</source>
            <translation>
                <numerusform>This leaves {0} of its %Ln picture out of the library.</numerusform>
                <numerusform>This leaves {0} of its %Ln pictures out of the library.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln vector(s) of {0} numbers</source>
            <translation>
                <numerusform>%Ln vector of {0} numbers</numerusform>
                <numerusform>%Ln vectors of {0} numbers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Its %Ln vector(s) are deleted ({0}). To search with it again, the folders have to be indexed with it anew.</source>
            <translation>
                <numerusform>Its %Ln vector is deleted ({0}). To search with it again, the folders have to be indexed with it anew.</numerusform>
                <numerusform>Its %Ln vectors are deleted ({0}). To search with it again, the folders have to be indexed with it anew.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln folder(s)</source>
            <comment>behind a number of pictures</comment>
            <translation>
                <numerusform>in %Ln folder</numerusform>
                <numerusform>in %Ln folders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What it knows of %Ln picture(s) {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The pictures themselves stay where they are.</source>
            <translation>
                <numerusform>What it knows of %Ln picture {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The picture itself stays where it is.</numerusform>
                <numerusform>What it knows of %Ln pictures {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The pictures themselves stay where they are.</numerusform>
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
            <source>%Ln found</source>
            <comment>pictures</comment>
            <translation>
                <numerusform>%Ln found</numerusform>
                <numerusform>%Ln found</numerusform>
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
            <source>Nothing has changed: %Ln picture(s) up to date</source>
            <translation>
                <numerusform>Nothing has changed: %Ln picture up to date</numerusform>
                <numerusform>Nothing has changed: %Ln pictures up to date</numerusform>
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
        <message numerus="yes">
            <source>%Ln picture(s) were given; the search is for {0}.</source>
            <translation>
                <numerusform>%Ln picture was given; the search is for {0}.</numerusform>
                <numerusform>%Ln pictures were given; the search is for {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A query takes at most %Ln example(s): remove one first.</source>
            <translation>
                <numerusform>A query takes at most %Ln example: remove one first.</numerusform>
                <numerusform>A query takes at most %Ln examples: remove one first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} had %Ln picture(s) and has none now (a disk that is not connected?): they are kept in the library until you say that they are gone.</source>
            <translation>
                <numerusform>{0} had %Ln picture and has none now (a disk that is not connected?): it is kept in the library until you say that it is gone.</numerusform>
                <numerusform>{0} had %Ln pictures and has none now (a disk that is not connected?): they are kept in the library until you say that they are gone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} was still at work on one picture after %Ln second(s): it is broken, or too large for this computer.</source>
            <translation>
                <numerusform>{0} was still at work on one picture after %Ln second: it is broken, or too large for this computer.</numerusform>
                <numerusform>{0} was still at work on one picture after %Ln seconds: it is broken, or too large for this computer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other token(s): correct the patches in its description.</source>
            <translation>
                <numerusform>{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other token: correct the patches in its description.</numerusform>
                <numerusform>{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other tokens: correct the patches in its description.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>More than %Ln picture(s) are not opened at once: select fewer.</source>
            <translation>
                <numerusform>More than %Ln picture is not opened at once: select fewer.</numerusform>
                <numerusform>More than %Ln pictures are not opened at once: select fewer.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %Ln picture(s) at once</source>
            <translation>
                <numerusform>At most %Ln picture at once</numerusform>
                <numerusform>At most %Ln pictures at once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Label for %Ln picture(s):</source>
            <translation>
                <numerusform>Label for %Ln picture:</numerusform>
                <numerusform>Label for %Ln pictures:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Folder for %Ln picture(s)</source>
            <translation>
                <numerusform>Folder for %Ln picture</numerusform>
                <numerusform>Folder for %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %Ln picture(s) to the trash?</source>
            <translation>
                <numerusform>Move %Ln picture to the trash?</numerusform>
                <numerusform>Move %Ln pictures to the trash?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Noted of %Ln picture(s).</source>
            <translation>
                <numerusform>Noted of %Ln picture.</numerusform>
                <numerusform>Noted of %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The label {0} was renamed on %Ln picture(s).</source>
            <translation>
                <numerusform>The label {0} was renamed on %Ln picture.</numerusform>
                <numerusform>The label {0} was renamed on %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The label {0} was taken from %Ln picture(s).</source>
            <translation>
                <numerusform>The label {0} was taken from %Ln picture.</numerusform>
                <numerusform>The label {0} was taken from %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Copied %Ln picture(s) to {0}.</source>
            <translation>
                <numerusform>Copied %Ln picture to {0}.</numerusform>
                <numerusform>Copied %Ln pictures to {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moved %Ln picture(s) to {0}.</source>
            <translation>
                <numerusform>Moved %Ln picture to {0}.</numerusform>
                <numerusform>Moved %Ln pictures to {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Moved %Ln picture(s) to the trash.</source>
            <translation>
                <numerusform>Moved %Ln picture to the trash.</numerusform>
                <numerusform>Moved %Ln pictures to the trash.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Exported %Ln picture(s) to {0}.</source>
            <translation>
                <numerusform>Exported %Ln picture to {0}.</numerusform>
                <numerusform>Exported %Ln pictures to {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) could not be read, so only names stand there: {0}.</source>
            <translation>
                <numerusform>%Ln picture could not be read, so only names stand there: {0}.</numerusform>
                <numerusform>%Ln pictures could not be read, so only names stand there: {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>marking %Ln picture(s)</source>
            <translation>
                <numerusform>marking %Ln picture</numerusform>
                <numerusform>marking %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>copying %Ln picture(s)</source>
            <translation>
                <numerusform>copying %Ln picture</numerusform>
                <numerusform>copying %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>moving %Ln picture(s)</source>
            <translation>
                <numerusform>moving %Ln picture</numerusform>
                <numerusform>moving %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>moving %Ln picture(s) to the trash</source>
            <translation>
                <numerusform>moving %Ln picture to the trash</numerusform>
                <numerusform>moving %Ln pictures to the trash</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>exporting %Ln picture(s)</source>
            <translation>
                <numerusform>exporting %Ln picture</numerusform>
                <numerusform>exporting %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undone for %Ln picture(s).</source>
            <translation>
                <numerusform>Undone for %Ln picture.</numerusform>
                <numerusform>Undone for %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not done for %Ln picture(s): {0}.</source>
            <translation>
                <numerusform>Not done for %Ln picture: {0}.</numerusform>
                <numerusform>Not done for %Ln pictures: {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0}; and %Ln more</source>
            <translation>
                <numerusform>{0}; and %Ln more</numerusform>
                <numerusform>{0}; and %Ln more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) are selected</source>
            <translation>
                <numerusform>%Ln picture is selected</numerusform>
                <numerusform>%Ln pictures are selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) are selected, {0} in all</source>
            <translation>
                <numerusform>%Ln picture is selected, {0} in all</numerusform>
                <numerusform>%Ln pictures are selected, {0} in all</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln file(s) found, but not in the library</source>
            <translation>
                <numerusform>%Ln file found, but not in the library</numerusform>
                <numerusform>%Ln files found, but not in the library</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is {0} now: of %Ln picture(s) that were looked for there {1} were found, and all {2} keep what is known of them.</source>
            <translation>
                <numerusform>It is {0} now: of %Ln picture that was looked for there {1} was found, and all {2} keep what is known of them.</numerusform>
                <numerusform>It is {0} now: of %Ln pictures that were looked for there {1} were found, and all {2} keep what is known of them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) have left the library with {0}. Their files stay where they are.</source>
            <translation>
                <numerusform>%Ln picture has left the library with {0}. Its file stays where it is.</numerusform>
                <numerusform>%Ln pictures have left the library with {0}. Their files stay where they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This has been said %Ln time(s)</source>
            <translation>
                <numerusform>This has been said %Ln time</numerusform>
                <numerusform>This has been said %Ln times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} and %Ln more libraries</source>
            <translation>
                <numerusform>{0} and %Ln more libraries</numerusform>
                <numerusform>{0} and %Ln more libraries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>What looks like it among %Ln picture(s) is shown here, best first.</source>
            <translation>
                <numerusform>What looks like it among %Ln picture is shown here, best first.</numerusform>
                <numerusform>What looks like it among %Ln pictures is shown here, best first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} of %Ln picture(s)</source>
            <translation>
                <numerusform>{0} of %Ln picture</numerusform>
                <numerusform>{0} of %Ln pictures</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln skipped: show why</source>
            <comment>files</comment>
            <translation>
                <numerusform>%Ln skipped: show why</numerusform>
                <numerusform>%Ln skipped: show why</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}.</source>
            <translation>
                <numerusform>%Ln picture from “{0}” into the library “{1}”, with the model {2}.</numerusform>
                <numerusform>%Ln pictures from “{0}” into the library “{1}”, with the model {2}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}, in about {3}.</source>
            <translation>
                <numerusform>%Ln picture from “{0}” into the library “{1}”, with the model {2}, in about {3}.</numerusform>
                <numerusform>%Ln pictures from “{0}” into the library “{1}”, with the model {2}, in about {3}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln question(s) could not be asked: that counts as if nothing had come.</source>
            <translation>
                <numerusform>%Ln question could not be asked: that counts as if nothing had come.</numerusform>
                <numerusform>%Ln questions could not be asked: that counts as if nothing had come.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) without a class will count as wrong answers.</source>
            <translation>
                <numerusform>%Ln picture without a class will count as wrong answers.</numerusform>
                <numerusform>%Ln pictures without a class will count as wrong answers.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.</source>
            <translation>
                <numerusform>{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.</numerusform>
                <numerusform>{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ignored, since not pictures: %Ln file(s).</source>
            <translation>
                <numerusform>Ignored, since not pictures: %Ln file.</numerusform>
                <numerusform>Ignored, since not pictures: %Ln files.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not looked into, since unreadable: %Ln folder(s).</source>
            <translation>
                <numerusform>Not looked into, since unreadable: %Ln folder.</numerusform>
                <numerusform>Not looked into, since unreadable: %Ln folders.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln picture(s) without a label will count as wrong answers.</source>
            <translation>
                <numerusform>%Ln picture without a label will count as wrong answers.</numerusform>
                <numerusform>%Ln pictures without a label will count as wrong answers.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln query file(s) had to be left out: {0}.</source>
            <translation>
                <numerusform>%Ln query file had to be left out: {0}.</numerusform>
                <numerusform>%Ln query files had to be left out: {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln line(s) of the table had to be left out: {0}.</source>
            <translation>
                <numerusform>%Ln line of the table had to be left out: {0}.</numerusform>
                <numerusform>%Ln lines of the table had to be left out: {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln group(s) came without four pictures, so that the N-S score does not mean there what it should.</source>
            <translation>
                <numerusform>%Ln group came without four pictures, so that the N-S score does not mean there what it should.</numerusform>
                <numerusform>%Ln groups came without four pictures, so that the N-S score does not mean there what it should.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ignored, since not numbered as the others: %Ln file(s).</source>
            <translation>
                <numerusform>Ignored, since not numbered as the others: %Ln file.</numerusform>
                <numerusform>Ignored, since not numbered as the others: %Ln files.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The library lacks %Ln picture(s) of the ground truth; where one would be right, it counts as never found.</source>
            <translation>
                <numerusform>The library lacks %Ln picture of the ground truth; where one would be right, it counts as never found.</numerusform>
                <numerusform>The library lacks %Ln pictures of the ground truth; where one would be right, it counts as never found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln question(s) had to be left out, since there is nothing right to be found.</source>
            <translation>
                <numerusform>%Ln question had to be left out, since there is nothing right to be found.</numerusform>
                <numerusform>%Ln questions had to be left out, since there is nothing right to be found.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Copies of other pictures find those at once, which flatters all figures: %Ln picture(s).</source>
            <translation>
                <numerusform>Copies of other pictures find those at once, which flatters all figures: %Ln picture.</numerusform>
                <numerusform>Copies of other pictures find those at once, which flatters all figures: %Ln pictures.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Left out, since several pictures of the library fit: %Ln name(s) ({0}).</source>
            <translation>
                <numerusform>Left out, since several pictures of the library fit: %Ln name ({0}).</numerusform>
                <numerusform>Left out, since several pictures of the library fit: %Ln names ({0}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln question(s) had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.</source>
            <translation>
                <numerusform>%Ln question had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.</numerusform>
                <numerusform>%Ln questions had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln class(es) that were confused less often are not shown.</source>
            <translation>
                <numerusform>%Ln class that were confused less often are not shown.</numerusform>
                <numerusform>%Ln classes that were confused less often are not shown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln class(es) that were answered better are not in this table.</source>
            <translation>
                <numerusform>%Ln class that were answered better are not in this table.</numerusform>
                <numerusform>%Ln classes that were answered better are not in this table.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Best of %Ln way(s): {0} with an mAP of {1} and a {2} of {3}.</source>
            <translation>
                <numerusform>Best of %Ln way: {0} with an mAP of {1} and a {2} of {3}.</numerusform>
                <numerusform>Best of %Ln ways: {0} with an mAP of {1} and a {2} of {3}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln right image(s) not shown</source>
            <translation>
                <numerusform>%Ln right image not shown</numerusform>
                <numerusform>%Ln right images not shown</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln right picture(s) the library does not hold</source>
            <translation>
                <numerusform>%Ln right picture the library does not hold</numerusform>
                <numerusform>%Ln right pictures the library does not hold</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The geometry of %Ln picture(s) was not checked: files are gone or cannot be read.</source>
            <translation>
                <numerusform>The geometry of %Ln picture was not checked: files are gone or cannot be read.</numerusform>
                <numerusform>The geometry of %Ln pictures was not checked: files are gone or cannot be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln right image(s)</source>
            <translation>
                <numerusform>%Ln right image</numerusform>
                <numerusform>%Ln right images</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln question(s), the worst first</source>
            <translation>
                <numerusform>%Ln question, the worst first</numerusform>
                <numerusform>%Ln questions, the worst first</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln question(s) of “{0}” whose best match is of “{1}”</source>
            <translation>
                <numerusform>%Ln question of “{0}” whose best match is of “{1}”</numerusform>
                <numerusform>%Ln questions of “{0}” whose best match is of “{1}”</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln answer(s)</source>
            <translation>
                <numerusform>%Ln answer</numerusform>
                <numerusform>%Ln answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0}: the geometry of {1} of %Ln answer(s) was not checked, since pictures cannot be read.</source>
            <translation>
                <numerusform>{0}: the geometry of {1} of %Ln answer was not checked, since pictures cannot be read.</numerusform>
                <numerusform>{0}: the geometry of {1} of %Ln answers was not checked, since pictures cannot be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{0}: the geometry of %Ln found image(s) was not checked, since files cannot be read.</source>
            <translation>
                <numerusform>{0}: the geometry of %Ln found image was not checked, since files cannot be read.</numerusform>
                <numerusform>{0}: the geometry of %Ln found images was not checked, since files cannot be read.</numerusform>
            </translation>
        </message>
    </context>
</TS>
