<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 (Euclidean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 (absolute)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are neutral, so that the colours of pictures are judged rightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How two pictures are compared. Changing it asks the query again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best so many matches; the weaker ones are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The longer side in the results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models run on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is best and trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics processor is used once it gives the same answers as the processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits where they agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8 bits take half the time or less; new libraries are indexed that way where the matches stay the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing while you work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves one core free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes one core only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes all cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you search or move the mouse. When you rest, it takes all that it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails made while indexing, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20,000 take about two gigabytes; the others are made when they are first seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at watched network folders every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders on this computer tell of changes by themselves; those on a network have to be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} left</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} pictures/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln other(s)</source>
        <comment>operators</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} needs operators that are no part of ONNX and that this program does not have ({1}): export it without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{0}” has {1} x {2} patches after %Ln other token(s): with them it can say where a match lies.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Noted of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {1} was renamed on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {1} was taken from {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved {0} to the trash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was cancelled before the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled, and nothing is left of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read, so only names stand there: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marking {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renaming the label {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleting the label {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copying {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moving {0} to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exporting {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not done for {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; and {0} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the pictures were taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the shorter side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated so or better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other folders only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of a burst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} less like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from the library?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the vectors of {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of its pictures?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch this folder: changes are noticed without being asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names, subfolders or patterns, for example: backup, *.thumb.jpg, raw/*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is deleted; its pictures are where they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back again: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove vectors…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The only model: without it the library could not be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;which…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete this library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder belongs to this library yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not indexed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found, but not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is {0} now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {0} now: of {1} that were looked for there {2} were found, and all {3} keep what is known of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have left the library with {1}. Their files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has moved…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: its pictures are kept, and found as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking whether it is there…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library is called like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete the library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there any more: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not there: its folder was moved or deleted, or its disk is not connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>catalog {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vectors {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} on the disk: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without subfolders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not watched: changes show when it is indexed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the network, so looked through every {0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system watches no more folders, so looked through every {0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched: changes are noticed without being asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is offline: its {1} are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in it now; the {0} it had are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had {0} and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} leave the library; the files stay where they are. Index the folder again, and they are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture that is in the library now is left out by this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leaves {0} of its {1} out of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its {0} are deleted ({1}). To search with it again, the folders have to be indexed with it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the library “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it knows of {0} in {1} is deleted: {2} of catalog, vectors and graphs, with labels and ratings. The pictures themselves stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Measure its speed on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure the speed of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the terms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch under these terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking which libraries use it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made on this computer, from published weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody hands it out in the form that is needed here. Run this in a terminal; the first line is needed once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command for the terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the model is there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Replace the model of this id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture goes through it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model with the id {0}: choose another, or replace that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convolutional network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vision transformer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained with words (CLIP and kin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-made descriptor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short side to a length, then the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squashed, whatever its shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole, with a border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded as torchvision does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded as transformers does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rounded to the nearest pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the input in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height of the input in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a picture is fitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the short side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey of the border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the short side is rounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What pixels become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue, green, red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours first (NCHW)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours last (NHWC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken off red, green, blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is left is divided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times the pixel, first of all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels become</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, deviation and factor must be numbers: write 0.5, with a point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token (CLS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest (MAC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generalised mean (GeM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional largest (R-MAC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it, in one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scale every vector to length 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many numbers that gives is seen when the first picture goes through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}   (scores of classes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ImageNet mean and deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLIP mean and deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−1 to 1 (mean and deviation 0.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255, as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 255 less the Caffe means, BGR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for research only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms to be accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} numbers a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shows where a match lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and more to fetch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} (from {2})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be used for research and private trials only, not in a product nor for work that is paid for; the licence has the exact words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its publisher hands the files out to those only who have accepted the terms on the page of the model, signed in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the other installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking its files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed; trying weights of 8 bits…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it should be: cosine {0} to its reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: cosine {0} to its reference instead of 1. Install it again, and look whether that helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} were indexed with it. They keep its vectors, which are of use again once the model is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was indexed with it. It keeps its vectors, which are of use again once the model is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be looked at, and may use it too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library that can be looked at uses it; {0} could not be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing it frees {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning what is usual here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Building the graph for quick search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>pictures</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>pictures</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <comment>pictures</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) gone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <comment>pictures</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <comment>files</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has changed: {0} up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field for the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing wizard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the first or the last match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go a page up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the region by a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the folder off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close; what runs goes on in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold away what was asked, or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paths and reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the match before or behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom: closer, away, whole picture, one to one, between both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare, lock both, swap sides, next example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln row(s) as text</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Match: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of the query is being read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It appears here as soon as it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query is made of words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to compare with. Select two matches and compare them with each other, or add a picture to the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Index a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Libraries…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;This library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another &amp;library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;kipped files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quer&amp;y panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About imsearch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what is here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the versions, to send them to somebody who helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
Python {1}, Qt {2}
Models can run on: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries that it is made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imsearch {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds pictures by what they look like. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActingExtras</name>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no results to export: search for something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActingParts</name>
    <message>
        <source>Add a label…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a label away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was done to pictures last (Ctrl+Alt+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label for {0}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0} to the trash?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can be brought back from there, or with Undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Words to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ More like…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− Less like…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copied picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words to look for, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words for what to avoid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingParts</name>
    <message>
        <source>Back to the query before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward to the query after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is saved; it is listed above the history (Ctrl+H).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Install</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to make it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of installing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourDots</name>
    <message>
        <source>Colour label (1 to 9, 0 for none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour label: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1}, or 0 for none)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>When the pictures were taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double-click to show it large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures are selected, {1} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: its disk or folder is not there just now. This is what the library knows of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: {0}. This is what the library knows of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preview: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>More like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index this folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for this picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Swap + and −</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for what was to be avoided, and avoid what was looked for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>Looked for: click for “less like this” (Space, or −)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less like this: click to look for it (Space, or +)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look less for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the query (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selection: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is shown: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet, PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact sheet, PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table, JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of hard links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of symbolic links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where it should be written (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row for each picture: rank, path, score, strength, rating, colour and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “imsearch search --json” writes, with rating, colour and labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies named by rank, such as “{0}”. Nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second names of the same files, by rank, such as “{0}”; on the same disk only. They take no room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Links named by rank, such as “{0}”, that lead to the pictures where they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>001 name.jpg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, up to {1} each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are too many for one PNG: choose smaller thumbnails, fewer pictures or a PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterSection</name>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the filter {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1} of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop folders here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders and their pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Which folders?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folders, or drop them here. Nothing in them is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: *.thumb.jpg, backup/*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (open now)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the new library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the new library a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or paths, separated by commas; * stands for anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will be kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file here is named like a picture; indexing looks into the files all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} so far…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Saved searches and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you search for is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexWizard</name>
    <message>
        <source>Index folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue in the &amp;background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show my pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder is being indexed: wait until that has finished, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} from “{1}” into the library “{2}”, with the model {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, in about {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this job with files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the trash: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here; nothing is left of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop here; what is done stays and can be undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptDelegate</name>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeptList</name>
    <message>
        <source>Saved searches and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this label on all pictures (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this label from all pictures (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a label the name of another one, and the two become one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture has a label yet: select pictures in the results and press L.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture in that: drop or paste a picture, a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksEditor</name>
    <message>
        <source>Add a label (L in the results)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the label “{0}” away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is behind this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is behind this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has been said {0} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>{0} numbers a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used in this library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelListPage</name>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every model of the catalogue is on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Which model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model decides what counts as alike. A library can be indexed with several, one after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models to be had, and what can be done with those that are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A model decides what counts as alike. Pictures never leave this computer, whichever it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An .onnx file, or the folder of a model, can be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ONNX models (*{0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningParts</name>
    <message>
        <source>Open with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applications (*.app)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {0} are not opened at once: select fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {0} at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program is known for it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Any limits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that cannot be read are always left out and listed with the reason. This is for what can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out &amp;small pictures: smallest side under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest side in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;colour pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch these folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps out icons, buttons and thumbnails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps out files stored as grey or black and white, scans for example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the program runs, pictures added, changed, moved or deleted there are noticed without being asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Processor cores used for indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>Another model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with an ONNX file. A model.toml beside it says what the model expects.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>{0} is offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder {0} is not there just now: connect the disk or the network that holds it. What the library knows of the picture is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason: {0}. Show the file to try another program, or index again if it was moved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may close this window: the work goes on, and you can search meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was indexed so far is kept; the next time does the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} skipped: show why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show which files were skipped, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. What was indexed so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} skipped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the region (Esc, or double-click on the picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sea&amp;rch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionView</name>
    <message>
        <source>Query picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to search for a part of the picture. Arrow keys move it, Ctrl+arrows resize it, Esc clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsArea</name>
    <message>
        <source>Drop, paste or open a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What looks like it among {0} is shown here, best first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library cannot be searched with words yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} knows pictures, not words. Install a model that takes words, such as CLIP, and index the folders with it; then type again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture passes the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They leave nothing of this library to search in. Clear them, or change them beside the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture of this library has been indexed with this model yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Order of the matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of thumbnails (Ctrl++, Ctrl+−, Ctrl with the wheel)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>List of matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Matches, best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weaker matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no strong match; these are the best there are</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavePopup</name>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples, regions and filters are kept with the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a setting ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every setting of this page its default again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every setting of the page “{0}” has its default already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of the page “{0}” have their defaults again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shortcut by what it does or by its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideChoice</name>
    <message>
        <source>Smallest size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of the shorter side, at least</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Skipped files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, folder or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reasons ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} not in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are tried again when they change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture that was found is in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try {0} again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SkippedModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating (1 to 5, 0 for none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Number of matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the search was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>graph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decode {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; {1} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model runs on: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} strong of {1} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>Match strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match &amp;strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has too few pictures to tell how rare a match is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger matches are as rare as {0} random pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a line below the matches that are rarer than chance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailWall</name>
    <message>
        <source>Pictures indexed last</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a picture or for words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop, paste or open a picture, or type what you look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that is searched with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or make a library (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}
{1}; all libraries: Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture, or its pixels one to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the next example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom and move both together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank {0} by its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pictures by what they look like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is indexed on this computer; no picture leaves it, and none is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the log’s &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About imsearch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the part of the window before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare {0} with yet: index a folder of pictures, then it is searched for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index a folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>No file fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
