<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>L2 (Euclidean)</source>
        <translation>L2 (euklidisch)</translation>
    </message>
    <message>
        <source>L1 (absolute)</source>
        <translation>L1 (absolut)</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Both are neutral, so that the colours of pictures are judged rightly.</source>
        <translation>Beide sind neutral, damit sich die Farben der Bilder richtig beurteilen lassen.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>How two pictures are compared. Changing it asks the query again.</source>
        <translation>Wie zwei Bilder verglichen werden. Eine Änderung startet die Suche neu.</translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation>Angezeigte Bilder</translation>
    </message>
    <message>
        <source>The best so many matches; the weaker ones are left out.</source>
        <translation>So viele der besten Treffer; die schwächeren werden weggelassen.</translation>
    </message>
    <message>
        <source>Match strength</source>
        <translation>Trefferstärke</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>The longer side in the results.</source>
        <translation>Die längere Seite in den Ergebnissen.</translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation>Prozessorkerne für die Indizierung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation>Andere Programme haben immer Vorrang; weniger Kerne halten den Computer kühl und leise.</translation>
    </message>
    <message>
        <source>Models run on</source>
        <translation>Modelle laufen auf</translation>
    </message>
    <message>
        <source>What is best and trusted</source>
        <translation>Beste bewährte Hardware</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>A graphics processor is used once it gives the same answers as the processor.</source>
        <translation>Ein Grafikprozessor wird verwendet, sobald er dieselben Ergebnisse liefert wie der Prozessor.</translation>
    </message>
    <message>
        <source>Precision of models</source>
        <translation>Genauigkeit der Modelle</translation>
    </message>
    <message>
        <source>8 bits where they agree</source>
        <translation>8 Bit, wo die Ergebnisse übereinstimmen</translation>
    </message>
    <message>
        <source>Always full</source>
        <translation>Immer voll</translation>
    </message>
    <message>
        <source>8 bits take half the time or less; new libraries are indexed that way where the matches stay the same.</source>
        <translation>8 Bit brauchen die halbe Zeit oder weniger; neue Bibliotheken werden so indiziert, wo die Treffer gleich bleiben.</translation>
    </message>
    <message>
        <source>Indexing while you work</source>
        <translation>Indizierung, während Sie arbeiten</translation>
    </message>
    <message>
        <source>Leaves one core free</source>
        <translation>Lässt einen Kern frei</translation>
    </message>
    <message>
        <source>Takes one core only</source>
        <translation>Nutzt nur einen Kern</translation>
    </message>
    <message>
        <source>Takes all cores</source>
        <translation>Nutzt alle Kerne</translation>
    </message>
    <message>
        <source>While you search or move the mouse. When you rest, it takes all that it may.</source>
        <translation>Solange Sie suchen oder die Maus bewegen. In Ihren Pausen nutzt sie alles, was sie darf.</translation>
    </message>
    <message>
        <source>Thumbnails made while indexing, at most</source>
        <translation>Vorschaubilder beim Indizieren, höchstens</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>20,000 take about two gigabytes; the others are made when they are first seen.</source>
        <translation>20.000 belegen etwa zwei Gigabyte; die übrigen entstehen beim ersten Anzeigen.</translation>
    </message>
    <message>
        <source>Look at watched network folders every</source>
        <translation>Überwachte Netzwerkordner durchsehen alle</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Folders on this computer tell of changes by themselves; those on a network have to be asked.</source>
        <translation>Ordner auf diesem Computer melden Änderungen von selbst; die im Netzwerk müssen gefragt werden.</translation>
    </message>
    <message>
        <source>Tell of newer versions</source>
        <translation>Auf neuere Versionen hinweisen</translation>
    </message>
    <message>
        <source>Asks once a day; nothing is fetched, and nothing is sent but the version.</source>
        <translation>Fragt einmal am Tag; nichts wird geladen, und nichts wird gesendet außer der Version.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s)</source>
        <translation>
            <numerusform>%Ln Filter</numerusform>
            <numerusform>%Ln Filter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points agree</source>
        <translation>
            <numerusform>%Ln Punkt stimmt überein</numerusform>
            <numerusform>%Ln Punkte stimmen überein</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} s</source>
        <comment>seconds</comment>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} d {1} h</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} d</translation>
    </message>
    <message>
        <source>{0} left</source>
        <comment>time</comment>
        <translation>noch {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln Byte</numerusform>
            <numerusform>%Ln Byte</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} KB</source>
        <translation>{0} KB</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0} GB</translation>
    </message>
    <message>
        <source>{0} TB</source>
        <translation>{0} TB</translation>
    </message>
    <message>
        <source>{0} pictures/s</source>
        <translation>{0} Bilder/s</translation>
    </message>
    <message>
        <source>{0} is not an ONNX model that can be read: {1}.</source>
        <translation>{0} ist kein lesbares ONNX-Modell: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} ist nicht lesbar ({1}).</translation>
    </message>
    <message>
        <source>{0} is not an ONNX model: it holds no graph that gives something.</source>
        <translation>{0} ist kein ONNX-Modell: Es enthält keinen Graphen, der etwas ausgibt.</translation>
    </message>
    <message>
        <source>{0} is not whole: it does not say which version of ONNX it needs, so export it again.</source>
        <translation>{0} ist unvollständig: Die Angabe fehlt, welche ONNX-Version nötig ist; exportieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>{0} needs at least {1} of memory, and only {2} are free: close other programs, or choose a smaller model.</source>
        <translation>{0} benötigt mindestens {1} Arbeitsspeicher, frei sind nur {2}: Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>{0} is a folder: choose the .onnx file in it.</source>
        <translation>{0} ist ein Ordner: Wählen Sie die .onnx-Datei darin.</translation>
    </message>
    <message>
        <source>{0} is not a file: choose an .onnx file.</source>
        <translation>{0} ist keine Datei: Wählen Sie eine .onnx-Datei.</translation>
    </message>
    <message>
        <source>{0} has {1}, and an ONNX file can have no more than {2}: export it with its weights in a file of their own (external data).</source>
        <translation>{0} hat {1}, und eine ONNX-Datei darf höchstens {2} haben: Exportieren Sie das Modell mit den Gewichten in einer eigenen Datei (external data).</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln other(s)</source>
        <comment>operators</comment>
        <translation>
            <numerusform>{0} und %Ln weiterer</numerusform>
            <numerusform>{0} und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} needs operators that are no part of ONNX and that this program does not have ({1}): export it without them.</source>
        <translation>{0} benötigt Operatoren, die nicht zu ONNX gehören und die dieses Programm nicht hat ({1}): Exportieren Sie das Modell ohne sie.</translation>
    </message>
    <message>
        <source>{0} wants its weights from “{1}”, outside its own folder, and no model may read there: export it again with its weights beside it.</source>
        <translation>{0} erwartet Gewichte in „{1}“, außerhalb des eigenen Ordners, und dort darf kein Modell lesen: Exportieren Sie das Modell erneut, mit den Gewichten daneben.</translation>
    </message>
    <message>
        <source>The weights of {0} are missing: put the file “{1}” that came with it into the same folder.</source>
        <translation>Die Gewichte von {0} fehlen: Legen Sie die mitgelieferte Datei „{1}“ in denselben Ordner.</translation>
    </message>
    <message>
        <source>The weights of {0}, “{1}”, are a link to another folder: put the file itself beside the model.</source>
        <translation>Die Gewichte von {0}, „{1}“, sind ein Link in einen anderen Ordner: Legen Sie die Datei selbst neben das Modell.</translation>
    </message>
    <message>
        <source>The weights of {0} are missing: “{1}” is not a file.</source>
        <translation>Die Gewichte von {0} fehlen: „{1}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>The weights of {0} are not whole: “{1}” has {2} bytes of at least {3}; download it again.</source>
        <translation>Die Gewichte von {0} sind unvollständig: „{1}“ hat {2} von mindestens {3} Byte; laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>list</comment>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>The graph takes pictures of any size: taken to be {0} x {1}.</source>
        <translation>Der Graph nimmt Bilder jeder Größe; angenommen wird {0} x {1}.</translation>
    </message>
    <message>
        <source>The files beside it say {0} x {1}, and the graph takes {2} x {3}.</source>
        <translation>Die Dateien daneben nennen {0} x {1}, der Graph nimmt {2} x {3}.</translation>
    </message>
    <message>
        <source>What happens to a picture is taken from {0} beside it.</source>
        <translation>Die Aufbereitung der Bilder ist aus {0} daneben übernommen.</translation>
    </message>
    <message>
        <source>The size of a picture is taken from {0} beside it.</source>
        <translation>Die Größe der Bilder ist aus {0} daneben übernommen.</translation>
    </message>
    <message>
        <source>Pixels go in as {0}.</source>
        <translation>Pixelwerte am Eingang: {0}.</translation>
    </message>
    <message>
        <source>Nothing says how pixels become numbers: taken to be {0}, as is usual for {1}.</source>
        <translation>Nirgends steht, wie aus Pixeln Zahlen werden; Annahme, wie für {1} üblich: {0}.</translation>
    </message>
    <message>
        <source>Nothing says how pixels become numbers: taken to be {0}, as for most models.</source>
        <translation>Nirgends steht, wie aus Pixeln Zahlen werden; Annahme, wie bei den meisten Modellen: {0}.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: the short side becomes {0} pixels, then the middle is cut out.</source>
        <translation>Nirgends steht, wie ein Bild eingepasst wird: Die kurze Seite wird auf {0} Pixel gebracht, dann wird die Mitte ausgeschnitten.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: it is squashed to the size of the input, whatever its shape.</source>
        <translation>Nirgends steht, wie ein Bild eingepasst wird: Es wird auf die Größe des Eingangs gestaucht, gleich welche Form es hat.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: it is kept whole, with a border.</source>
        <translation>Nirgends steht, wie ein Bild eingepasst wird: Es bleibt ganz und bekommt einen Rand.</translation>
    </message>
    <message>
        <source>{0} is a classifier: it gives {1} class scores and no vector. Export it with the layer before the classes as an output, or ask for the scores knowingly (--output {2}).</source>
        <translation>{0} ist ein Klassifikator: Das Modell liefert {1} Klassenwerte und keinen Vektor. Exportieren Sie es mit der Schicht vor den Klassen als Ausgang, oder verlangen Sie die Klassenwerte ausdrücklich (--output {2}).</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>Of its outputs, “{0}” looks most like a vector; {1} can be had as well.</source>
        <translation>Von den Ausgängen sieht „{0}“ am ehesten nach einem Vektor aus; auch möglich: {1}.</translation>
    </message>
    <message>
        <source>It was made to name classes, too: their scores are left aside.</source>
        <translation>Das Modell wurde auch zum Benennen von Klassen gemacht; die Klassenwerte bleiben unbeachtet.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are no numbers.</source>
        <translation>{0} hat keinen Ausgang, der ein Vektor sein könnte: Ein Vektor hat zwei Dimensionen, Token haben drei, Merkmalskarten vier, und die Ausgänge sind keine Zahlen.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are {1}.</source>
        <translation>{0} hat keinen Ausgang, der ein Vektor sein könnte: Ein Vektor hat zwei Dimensionen, Token haben drei, Merkmalskarten vier, und die Ausgänge sind {1}.</translation>
    </message>
    <message>
        <source>{0} has no output {1!r}: name one of {2}.</source>
        <translation>{0} hat keinen Ausgang {1!r}: Nennen Sie einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>The output {0} of {1} is no vector, no tokens and no map: choose another.</source>
        <translation>Der Ausgang {0} von {1} ist weder Vektor noch Token noch Merkmalskarte: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>“{0}” are the scores of {1} classes, as you asked for: pictures count as alike when they show the same kinds of things.</source>
        <translation>„{0}“ enthält die Werte von {1} Klassen, wie verlangt: Bilder gelten als ähnlich, wenn sie die gleichen Arten von Dingen zeigen.</translation>
    </message>
    <message>
        <source>Pooling {0!r} does not fit the output {1} of {2}: it takes {3}.</source>
        <translation>Das Pooling {0!r} passt nicht zum Ausgang {1} von {2}; möglich sind: {3}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}: its first token is taken.</source>
        <translation>„{0}“ hat die Form {1}: Das erste Token wird verwendet.</translation>
    </message>
    <message>
        <source>“{0}” is {1}: the mean of its places is taken.</source>
        <translation>„{0}“ hat die Form {1}: Der Mittelwert aller Stellen wird verwendet.</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” has {1} x {2} patches after %Ln other token(s): with them it can say where a match lies.</source>
        <translation>
            <numerusform>„{0}“ hat {1} x {2} Patches nach %Ln weiterem Token: Damit lässt sich sagen, wo ein Treffer liegt.</numerusform>
            <numerusform>„{0}“ hat {1} x {2} Patches nach %Ln weiteren Token: Damit lässt sich sagen, wo ein Treffer liegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} does not say how long its output {1!r} is: describe it in a model.toml, or import it with `imsearch models import`.</source>
        <translation>{0} sagt nicht, wie lang der Ausgang {1!r} ist: Beschreiben Sie ihn in einer model.toml, oder importieren Sie das Modell mit `imsearch models import`.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln Seite</numerusform>
            <numerusform>%Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted of %Ln picture(s).</source>
        <translation>
            <numerusform>Für %Ln Bild vermerkt.</numerusform>
            <numerusform>Für %Ln Bilder vermerkt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The label {0} was renamed on %Ln picture(s).</source>
        <translation>
            <numerusform>Das Schlagwort {0} wurde bei %Ln Bild umbenannt.</numerusform>
            <numerusform>Das Schlagwort {0} wurde bei %Ln Bildern umbenannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The label {0} was taken from %Ln picture(s).</source>
        <translation>
            <numerusform>Das Schlagwort {0} wurde von %Ln Bild entfernt.</numerusform>
            <numerusform>Das Schlagwort {0} wurde von %Ln Bildern entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>%Ln Bild nach {0} kopiert.</numerusform>
            <numerusform>%Ln Bilder nach {0} kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>%Ln Bild nach {0} verschoben.</numerusform>
            <numerusform>%Ln Bilder nach {0} verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>%Ln Bild in den Papierkorb verschoben.</numerusform>
            <numerusform>%Ln Bilder in den Papierkorb verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cancelled before the others.</source>
        <translation>Vor den übrigen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The export was cancelled, and nothing is left of it.</source>
        <translation>Der Export wurde abgebrochen; davon ist nichts übrig geblieben.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>%Ln Bild nach {0} exportiert.</numerusform>
            <numerusform>%Ln Bilder nach {0} exportiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read, so only names stand there: {0}.</source>
        <translation>
            <numerusform>%Ln Bild war nicht lesbar, dort steht nur der Name: {0}.</numerusform>
            <numerusform>%Ln Bilder waren nicht lesbar, dort stehen nur die Namen: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marking %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild kennzeichnen</numerusform>
            <numerusform>%Ln Bilder kennzeichnen</numerusform>
        </translation>
    </message>
    <message>
        <source>renaming the label {0}</source>
        <translation>Schlagwort {0} umbenennen</translation>
    </message>
    <message>
        <source>deleting the label {0}</source>
        <translation>Schlagwort {0} löschen</translation>
    </message>
    <message numerus="yes">
        <source>copying %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild kopieren</numerusform>
            <numerusform>%Ln Bilder kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild verschieben</numerusform>
            <numerusform>%Ln Bilder verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %Ln picture(s) to the trash</source>
        <translation>
            <numerusform>%Ln Bild in den Papierkorb verschieben</numerusform>
            <numerusform>%Ln Bilder in den Papierkorb verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exporting %Ln picture(s)</source>
        <translation>
            <numerusform>%Ln Bild exportieren</numerusform>
            <numerusform>%Ln Bilder exportieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone for %Ln picture(s).</source>
        <translation>
            <numerusform>Für %Ln Bild rückgängig gemacht.</numerusform>
            <numerusform>Für %Ln Bilder rückgängig gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not done for %Ln picture(s): {0}.</source>
        <translation>
            <numerusform>Für %Ln Bild nicht möglich: {0}.</numerusform>
            <numerusform>Für %Ln Bilder nicht möglich: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; and %Ln more</source>
        <translation>
            <numerusform>{0}; und noch %Ln</numerusform>
            <numerusform>{0}; und noch %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>Farbs&amp;chema</translation>
    </message>
    <message>
        <source>When the pictures were taken</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>Of the shorter side</source>
        <translation>Länge der kürzeren Seite</translation>
    </message>
    <message>
        <source>Rated so or better</source>
        <translation>So oder besser bewertet</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Other folders only</source>
        <translation>Nur andere Ordner</translation>
    </message>
    <message>
        <source>One of a burst</source>
        <translation>Ein Bild je Serie</translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation>Ab {0} px</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>Ab {0}</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>Bis {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und noch {1}</translation>
    </message>
    <message>
        <source>{0} less like</source>
        <translation>{0} unähnlich</translation>
    </message>
    <message>
        <source>yesterday, {0}</source>
        <translation>gestern, {0}</translation>
    </message>
    <message>
        <source>Remove {0} from the library?</source>
        <translation>{0} aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Remove the vectors of {0}?</source>
        <translation>Vektoren von {0} entfernen?</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Which of its pictures?</source>
        <translation>Welche Bilder daraus?</translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation>Unter&amp;ordner einbeziehen</translation>
    </message>
    <message>
        <source>&amp;Watch this folder: changes are noticed without being asked for</source>
        <translation>Diesen Ordner ü&amp;berwachen: Änderungen werden von selbst bemerkt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>names, subfolders or patterns, for example: backup, *.thumb.jpg, raw/*</source>
        <translation>Namen, Unterordner oder Muster, zum Beispiel: backup, *.thumb.jpg, raw/*</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>Ausl&amp;assen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to the pictures (Esc)</source>
        <translation>Zurück zu den Bildern (Esc)</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Which images count as right, as neither, and as wrong</source>
        <translation>Welche Bilder als richtig, als keines von beidem und als falsch zählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Än&amp;dern…</translation>
    </message>
    <message>
        <source>Choose other ways, or another ground truth</source>
        <translation>Andere Verfahren oder eine andere Ground Truth wählen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message>
        <source>Writing: {0} of {1} pictures</source>
        <translation>Schreiben: {0} von {1} Bildern</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>gerade geöffnet</translation>
    </message>
    <message>
        <source>Name of the library</source>
        <translation>Name der Bibliothek</translation>
    </message>
    <message>
        <source>Delete the library</source>
        <translation>Bibliothek löschen</translation>
    </message>
    <message>
        <source>The library {0} is deleted; its pictures are where they were.</source>
        <translation>Die Bibliothek {0} ist gelöscht; ihre Bilder sind noch, wo sie waren.</translation>
    </message>
    <message>
        <source>This library, which may have been made elsewhere, asks for folders to be watched, so that their pictures are taken in by themselves: {0}. They are not watched unless you want it.</source>
        <translation>Diese Bibliothek, die anderswo entstanden sein kann, möchte Ordner beobachten lassen, damit ihre Bilder von selbst aufgenommen werden: {0}. Sie werden nur beobachtet, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>Watch them</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>Back again: {0}.</source>
        <translation>Wieder da: {0}.</translation>
    </message>
    <message>
        <source>Remove vectors…</source>
        <translation>Vektoren entfernen…</translation>
    </message>
    <message>
        <source>The only model: without it the library could not be searched</source>
        <translation>Das einzige Modell: Ohne es ließe sich die Bibliothek nicht durchsuchen</translation>
    </message>
    <message>
        <source>New name of the library</source>
        <translation>Neuer Name der Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>{0} is a folder: name a file in it for the page.</source>
        <translation>{0} ist ein Ordner: Nennen Sie eine Datei darin für die Seite.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Ground Truth</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Pictures in the library</source>
        <translation>Bilder in der Bibliothek</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) that were confused less often are not shown.</source>
        <translation>
            <numerusform>%Ln Klasse, die seltener verwechselt wurde, ist nicht dargestellt.</numerusform>
            <numerusform>%Ln Klassen, die seltener verwechselt wurden, sind nicht dargestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): choose another place.</source>
        <translation>{0} lässt sich nicht schreiben ({1}): Wählen Sie einen anderen Speicherort.</translation>
    </message>
    <message>
        <source>&amp;Show its folder</source>
        <translation>Ordner an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>Ordner &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Show &amp;which…</source>
        <translation>&amp;Welche anzeigen…</translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation>Alle erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Evaluate…</source>
        <translation>Evaluie&amp;ren…</translation>
    </message>
    <message>
        <source>&amp;Delete this library…</source>
        <translation>Diese Bibliothek &amp;löschen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No folder belongs to this library yet.</source>
        <translation>Zu dieser Bibliothek gehört noch kein Ordner.</translation>
    </message>
    <message>
        <source>It was not indexed yet.</source>
        <translation>Sie wurde noch nicht indiziert.</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>Nothing was skipped.</source>
        <translation>Es wurde nichts übersprungen.</translation>
    </message>
    <message>
        <source>Library “{0}”</source>
        <translation>Bibliothek „{0}“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) found, but not in the library</source>
        <translation>
            <numerusform>%Ln Datei gefunden, aber nicht in der Bibliothek</numerusform>
            <numerusform>%Ln Dateien gefunden, aber nicht in der Bibliothek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is {0} now: of %Ln picture(s) that were looked for there {1} were found, and all {2} keep what is known of them.</source>
        <translation>
            <numerusform>Neuer Ort: {0}. Dort gesucht: %Ln Bild, gefunden: {1}; was über alle {2} bekannt ist, bleibt erhalten.</numerusform>
            <numerusform>Neuer Ort: {0}. Dort gesucht: %Ln Bilder, gefunden: {1}; was über alle {2} bekannt ist, bleibt erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) have left the library with {0}. Their files stay where they are.</source>
        <translation>
            <numerusform>Mit {0} hat %Ln Bild die Bibliothek verlassen. Die Datei bleibt, wo sie ist.</numerusform>
            <numerusform>Mit {0} haben %Ln Bilder die Bibliothek verlassen. Die Dateien bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where is {0} now?</source>
        <translation>Wo ist {0} jetzt?</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Wirklich weg</translation>
    </message>
    <message>
        <source>Index now</source>
        <translation>Jetzt indizieren</translation>
    </message>
    <message>
        <source>It has moved…</source>
        <translation>Neuer Ort…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Offline: its pictures are kept, and found as before</source>
        <translation>Offline: Die Bilder bleiben erhalten und werden gefunden wie bisher</translation>
    </message>
    <message>
        <source>Looking whether it is there…</source>
        <translation>Wird dort gesucht…</translation>
    </message>
    <message>
        <source>Find a library</source>
        <translation>Bibliothek suchen</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>No library is called like this.</source>
        <translation>Keine Bibliothek heißt so.</translation>
    </message>
    <message>
        <source>There is no library yet.</source>
        <translation>Es gibt noch keine Bibliothek.</translation>
    </message>
    <message>
        <source>&amp;Take it off the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Delete the library…</source>
        <translation>Bibliothek &amp;löschen…</translation>
    </message>
    <message>
        <source>Not there any more: {0}</source>
        <translation>Nicht mehr vorhanden: {0}</translation>
    </message>
    <message>
        <source>“{0}” is not there: its folder was moved or deleted, or its disk is not connected.</source>
        <translation>„{0}“ ist nicht da: Der Ordner wurde verschoben oder gelöscht, oder sein Datenträger ist nicht verbunden.</translation>
    </message>
    <message>
        <source>catalog {0}</source>
        <translation>Katalog {0}</translation>
    </message>
    <message>
        <source>vectors {0}</source>
        <translation>Vektoren {0}</translation>
    </message>
    <message>
        <source>graph {0}</source>
        <translation>Graph {0}</translation>
    </message>
    <message>
        <source>catalog of the version before {0}</source>
        <translation>Katalog der vorigen Version {0}</translation>
    </message>
    <message>
        <source>Searches again with the query and its best matches, all alike</source>
        <translation>Sucht noch einmal mit der Suchanfrage und ihren besten Treffern, alle gleich gewichtet</translation>
    </message>
    <message>
        <source>Searches again with the query and its best matches, each by its similarity</source>
        <translation>Sucht noch einmal mit der Suchanfrage und ihren besten Treffern, jeder nach seiner Ähnlichkeit gewichtet</translation>
    </message>
    <message>
        <source>Puts those first that share their neighbours with the query</source>
        <translation>Stellt Treffer nach vorn, die ihre Nachbarn mit der Suchanfrage teilen</translation>
    </message>
    <message>
        <source>Puts those first in which points of the query are found again</source>
        <translation>Stellt Treffer nach vorn, in denen sich Punkte der Suchanfrage wiederfinden</translation>
    </message>
    <message>
        <source>One search, and nothing else</source>
        <translation>Eine einzige Suche, sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln Klasse</numerusform>
            <numerusform>%Ln Klassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln Metrik</numerusform>
            <numerusform>%Ln Metriken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refinement(s)</source>
        <translation>
            <numerusform>%Ln Verfeinerung</numerusform>
            <numerusform>%Ln Verfeinerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}, {2} each</source>
        <translation>{0}: {1}, je {2}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln way(s)</source>
        <translation>
            <numerusform>%Ln Verfahren</numerusform>
            <numerusform>%Ln Verfahren</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring the answers</source>
        <translation>Antworten werden gemessen</translation>
    </message>
    <message>
        <source>Looking at the regions</source>
        <translation>Ausschnitte werden angesehen</translation>
    </message>
    <message>
        <source>{0} of {1} answers</source>
        <translation>{0} von {1} Antworten</translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the best match of {1} of %Ln question(s) is right ({2} %).</source>
        <translation>
            <numerusform>„{0}“: Bei {1} von %Ln Anfrage ist der beste Treffer richtig ({2} %).</numerusform>
            <numerusform>„{0}“: Bei {1} von %Ln Anfragen ist der beste Treffer richtig ({2} %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the best match of {1} of %Ln question(s) is of “{2}” ({3} %).</source>
        <translation>
            <numerusform>„{0}“: Bei {1} von %Ln Anfrage ist der beste Treffer aus „{2}“ ({3} %).</numerusform>
            <numerusform>„{0}“: Bei {1} von %Ln Anfragen ist der beste Treffer aus „{2}“ ({3} %).</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} ({1} %)</source>
        <translation>{0} ({1} %)</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <comment>rank, right or wrong, name</comment>
        <translation>{0}: {1}, {2}</translation>
    </message>
    <message>
        <source>{0} on the disk: {1}</source>
        <translation>{0} auf dem Datenträger: {1}</translation>
    </message>
    <message>
        <source>Not watched yet: the library asks for it, but nobody at this computer has</source>
        <translation>Noch nicht überwacht: Die Bibliothek verlangt es, aber an diesem Computer hat niemand zugestimmt</translation>
    </message>
    <message numerus="yes">
        <source>{0} is offline: its %Ln picture(s) are kept.</source>
        <translation>
            <numerusform>{0} ist nicht verbunden: %Ln Bild bleibt erhalten.</numerusform>
            <numerusform>{0} ist nicht verbunden: %Ln Bilder bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are no pictures in it now; the %Ln it had are kept.</source>
        <translation>
            <numerusform>Darin sind jetzt keine Bilder; das bisherige (%Ln) bleibt erhalten.</numerusform>
            <numerusform>Darin sind jetzt keine Bilder; die bisherigen (%Ln) bleiben erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It had %Ln picture(s) and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.</source>
        <translation>
            <numerusform>Hier war %Ln Bild, jetzt ist keines mehr da. Ist es weg, oder ist ein Datenträger nicht verbunden? Bis Sie es sagen, bleibt es erhalten.</numerusform>
            <numerusform>Hier waren %Ln Bilder, jetzt ist keines mehr da. Sind sie weg, oder ist ein Datenträger nicht verbunden? Bis Sie es sagen, bleiben sie erhalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) leave the library; the files stay where they are. Index the folder again, and they are back.</source>
        <translation>
            <numerusform>%Ln Bild verlässt die Bibliothek; die Datei bleibt, wo sie ist. Wird der Ordner wieder indiziert, ist es zurück.</numerusform>
            <numerusform>%Ln Bilder verlassen die Bibliothek; die Dateien bleiben, wo sie sind. Wird der Ordner wieder indiziert, sind sie zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This leaves {0} of its %Ln picture(s) out of the library.</source>
        <translation>
            <numerusform>Von %Ln Bild des Ordners kommt so nicht in die Bibliothek: {0}.</numerusform>
            <numerusform>Von %Ln Bildern des Ordners kommen so nicht in die Bibliothek: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector(s) of {0} numbers</source>
        <translation>
            <numerusform>%Ln Vektor zu {0} Zahlen</numerusform>
            <numerusform>%Ln Vektoren zu je {0} Zahlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln vector(s) are deleted ({0}). To search with it again, the folders have to be indexed with it anew.</source>
        <translation>
            <numerusform>%Ln Vektor wird gelöscht ({0}). Um wieder mit diesem Modell zu suchen, müssen die Ordner neu damit indiziert werden.</numerusform>
            <numerusform>%Ln Vektoren werden gelöscht ({0}). Um wieder mit diesem Modell zu suchen, müssen die Ordner neu damit indiziert werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln folder(s)</source>
        <comment>behind a number of pictures</comment>
        <translation>
            <numerusform>in %Ln Ordner</numerusform>
            <numerusform>in %Ln Ordnern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it knows of %Ln picture(s) {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The pictures themselves stay where they are.</source>
        <translation>
            <numerusform>Gelöscht wird, was sie über %Ln Bild {0} weiß: {1} an Katalog, Vektoren und Graphen, mit Schlagwörtern und Bewertungen. Das Bild selbst bleibt, wo es ist.</numerusform>
            <numerusform>Gelöscht wird, was sie über %Ln Bilder {0} weiß: {1} an Katalog, Vektoren und Graphen, mit Schlagwörtern und Bewertungen. Die Bilder selbst bleiben, wo sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>without subfolders</source>
        <translation>ohne Unterordner</translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation>ohne {0}</translation>
    </message>
    <message>
        <source>Not watched: changes show when it is indexed again</source>
        <translation>Nicht überwacht: Änderungen zeigen sich beim nächsten Indizieren</translation>
    </message>
    <message>
        <source>On the network, so looked through every {0} min</source>
        <translation>Im Netzwerk, daher alle {0} min durchgesehen</translation>
    </message>
    <message>
        <source>The system watches no more folders, so looked through every {0} min</source>
        <translation>Das System überwacht keine weiteren Ordner, daher alle {0} min durchgesehen</translation>
    </message>
    <message>
        <source>Watched: changes are noticed without being asked for</source>
        <translation>Überwacht: Änderungen werden von selbst bemerkt</translation>
    </message>
    <message>
        <source>No picture that is in the library now is left out by this.</source>
        <translation>Kein Bild, das jetzt in der Bibliothek ist, wird dadurch ausgelassen.</translation>
    </message>
    <message>
        <source>Delete the library “{0}”?</source>
        <translation>Bibliothek „{0}“ löschen?</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Pink</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Diesem ähnlich</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Diesem unähnlich</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Seite (*.html)</translation>
    </message>
    <message>
        <source>Evaluation of {0}</source>
        <translation>Evaluation von {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>The report is saved as {0}.</source>
        <translation>Der Bericht ist als {0} gespeichert.</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) waiting</source>
        <translation>
            <numerusform>%Ln Meldung wartet</numerusform>
            <numerusform>%Ln Meldungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure its speed on this computer</source>
        <translation>Geschwindigkeit auf diesem Computer messen</translation>
    </message>
    <message>
        <source>Measure the speed of {0}</source>
        <translation>Geschwindigkeit von {0} messen</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Lizenz: {0}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Read the terms…</source>
        <translation>Bedingungen lesen…</translation>
    </message>
    <message>
        <source>Fetch under these terms</source>
        <translation>Zu diesen Bedingungen laden</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} entfernen?</translation>
    </message>
    <message>
        <source>Looking which libraries use it…</source>
        <translation>Suche nach Bibliotheken, die es verwenden…</translation>
    </message>
    <message>
        <source>It is made on this computer, from published weights</source>
        <translation>Es wird auf diesem Computer erzeugt, aus veröffentlichten Gewichten</translation>
    </message>
    <message>
        <source>Nobody hands it out in the form that is needed here. Run this in a terminal; the first line is needed once.</source>
        <translation>Niemand bietet es in der hier benötigten Form an. Führen Sie dies in einem Terminal aus; die erste Zeile ist nur einmal nötig.</translation>
    </message>
    <message>
        <source>Command for the terminal</source>
        <translation>Befehl für das Terminal</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Befehle kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Look whether the model is there now</source>
        <translation>Nachsehen, ob das Modell jetzt da ist</translation>
    </message>
    <message>
        <source>&amp;Replace the model of this id</source>
        <translation>Modell mit dieser Kennung &amp;ersetzen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>One picture goes through it…</source>
        <translation>Ein Bild durchläuft es…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>{0} importieren</translation>
    </message>
    <message>
        <source>This form</source>
        <translation>Dieses Formular</translation>
    </message>
    <message>
        <source>There is a model with the id {0}: choose another, or replace that one.</source>
        <translation>Es gibt schon ein Modell mit der Kennung {0}: Wählen Sie eine andere, oder ersetzen Sie jenes.</translation>
    </message>
    <message>
        <source>Convolutional network</source>
        <translation>Faltungsnetz</translation>
    </message>
    <message>
        <source>Vision transformer</source>
        <translation>Vision-Transformer</translation>
    </message>
    <message>
        <source>Trained with words (CLIP and kin)</source>
        <translation>Mit Wörtern trainiert (CLIP und Verwandte)</translation>
    </message>
    <message>
        <source>Hand-made descriptor</source>
        <translation>Von Hand entworfener Deskriptor</translation>
    </message>
    <message>
        <source>Short side to a length, then the centre</source>
        <translation>Kurze Seite auf feste Länge, dann die Mitte</translation>
    </message>
    <message>
        <source>Squashed, whatever its shape</source>
        <translation>Gestaucht, gleich welche Form</translation>
    </message>
    <message>
        <source>Whole, with a border</source>
        <translation>Ganz, mit Rand</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Bilinear</source>
        <translation>Bilinear</translation>
    </message>
    <message>
        <source>Lanczos</source>
        <translation>Lanczos</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Box</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster Nachbar</translation>
    </message>
    <message>
        <source>rounded as torchvision does</source>
        <translation>gerundet wie in torchvision</translation>
    </message>
    <message>
        <source>rounded as transformers does</source>
        <translation>gerundet wie in transformers</translation>
    </message>
    <message>
        <source>rounded to the nearest pixel</source>
        <translation>gerundet auf den nächsten Pixel</translation>
    </message>
    <message>
        <source>Width of the input in pixels</source>
        <translation>Breite des Eingangs in Pixel</translation>
    </message>
    <message>
        <source>Height of the input in pixels</source>
        <translation>Höhe des Eingangs in Pixel</translation>
    </message>
    <message>
        <source>How a picture is fitted</source>
        <translation>Wie ein Bild eingepasst wird</translation>
    </message>
    <message>
        <source>Length of the short side in pixels</source>
        <translation>Länge der kurzen Seite in Pixel</translation>
    </message>
    <message>
        <source>Grey of the border</source>
        <translation>Grauwert des Rands</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Abtastung</translation>
    </message>
    <message>
        <source>How the short side is rounded</source>
        <translation>Wie die kurze Seite gerundet wird</translation>
    </message>
    <message>
        <source>What pixels become</source>
        <translation>Was aus Pixeln wird</translation>
    </message>
    <message>
        <source>Numbers of my own</source>
        <translation>Eigene Zahlen</translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation>Mittelwert für {0}</translation>
    </message>
    <message>
        <source>Deviation of {0}</source>
        <translation>Abweichung für {0}</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Order of the colours</source>
        <translation>Reihenfolge der Farben</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Rot, Grün, Blau</translation>
    </message>
    <message>
        <source>Blue, green, red</source>
        <translation>Blau, Grün, Rot</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Colours first (NCHW)</source>
        <translation>Farben zuerst (NCHW)</translation>
    </message>
    <message>
        <source>Colours last (NHWC)</source>
        <translation>Farben zuletzt (NHWC)</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a number of pixels</comment>
        <translation>auf</translation>
    </message>
    <message>
        <source>of grey</source>
        <translation>in Grau</translation>
    </message>
    <message>
        <source>taken off red, green, blue</source>
        <translation>von Rot, Grün, Blau abgezogen</translation>
    </message>
    <message>
        <source>what is left is divided by</source>
        <translation>als Teiler für den Rest</translation>
    </message>
    <message>
        <source>times the pixel, first of all</source>
        <translation>mal Pixelwert, als Erstes</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Einpassung</translation>
    </message>
    <message>
        <source>Pixels become</source>
        <translation>Pixel werden zu</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Mean, deviation and factor must be numbers: write 0.5, with a point.</source>
        <translation>Mittelwert, Abweichung und Faktor müssen Zahlen sein: Schreiben Sie 0.5, mit Punkt.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Looking at {0}…</source>
        <translation>{0} wird untersucht…</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>First token (CLS)</source>
        <translation>Erstes Token (CLS)</translation>
    </message>
    <message>
        <source>Largest (MAC)</source>
        <translation>Größter Wert (MAC)</translation>
    </message>
    <message>
        <source>Generalised mean (GeM)</source>
        <translation>Verallgemeinerter Mittelwert (GeM)</translation>
    </message>
    <message>
        <source>Regional largest (R-MAC)</source>
        <translation>Größter Wert je Bereich (R-MAC)</translation>
    </message>
    <message>
        <source>All of it, in one row</source>
        <translation>Alles, in einer Reihe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>&amp;Scale every vector to length 1</source>
        <translation>Jeden Vektor auf Länge 1 &amp;skalieren</translation>
    </message>
    <message>
        <source>How many numbers that gives is seen when the first picture goes through.</source>
        <translation>Wie viele Zahlen das ergibt, zeigt sich, wenn das erste Bild durchläuft.</translation>
    </message>
    <message>
        <source>{0}   (scores of classes)</source>
        <translation>{0}   (Werte von Klassen)</translation>
    </message>
    <message>
        <source>{0}: {1} numbers</source>
        <translation>{0}: {1} Zahlen</translation>
    </message>
    <message>
        <source>ImageNet mean and deviation</source>
        <translation>Mittelwert und Abweichung von ImageNet</translation>
    </message>
    <message>
        <source>CLIP mean and deviation</source>
        <translation>Mittelwert und Abweichung von CLIP</translation>
    </message>
    <message>
        <source>−1 to 1 (mean and deviation 0.5)</source>
        <translation>−1 bis 1 (Mittelwert und Abweichung 0.5)</translation>
    </message>
    <message>
        <source>ImageNet&apos;s mean and deviation</source>
        <translation>Mittelwert und Abweichung von ImageNet</translation>
    </message>
    <message>
        <source>-1 to 1 (mean and deviation 0.5)</source>
        <translation>-1 bis 1 (Mittelwert und Abweichung 0.5)</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>CLIP&apos;s mean and deviation</source>
        <translation>Mittelwert und Abweichung von CLIP</translation>
    </message>
    <message>
        <source>0 to 255 less the Caffe means, blue first</source>
        <translation>0 bis 255 minus Caffe-Mittelwerte, Blau zuerst</translation>
    </message>
    <message>
        <source>0 to 255, as they are, since the graph scales them itself</source>
        <translation>0 bis 255, unverändert, da der Graph sie selbst skaliert</translation>
    </message>
    <message>
        <source>0 to 1, since the graph takes off the mean itself</source>
        <translation>0 bis 1, da der Graph den Mittelwert selbst abzieht</translation>
    </message>
    <message>
        <source>0 to 255, as they are</source>
        <translation>0 bis 255, unverändert</translation>
    </message>
    <message>
        <source>0 to 255 less the Caffe means, BGR</source>
        <translation>0 bis 255 minus Caffe-Mittelwerte, BGR</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>im Programm enthalten</translation>
    </message>
    <message>
        <source>for research only</source>
        <translation>nur für Forschung</translation>
    </message>
    <message>
        <source>terms to be accepted</source>
        <translation>Zustimmung nötig</translation>
    </message>
    <message>
        <source>{0} numbers a picture</source>
        <translation>{0} Zahlen je Bild</translation>
    </message>
    <message>
        <source>takes words</source>
        <translation>versteht Wörter</translation>
    </message>
    <message>
        <source>{0} to fetch</source>
        <translation>{0} herunterzuladen</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>Größe unbekannt</translation>
    </message>
    <message>
        <source>{0} and more to fetch</source>
        <translation>{0} und mehr herunterzuladen</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>Lizenz {0}</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>Lizenz nicht angegeben</translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation>Nicht überprüft: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} (from {2})</source>
        <translation>{0}: {1} (Quelle: {2})</translation>
    </message>
    <message>
        <source>{0}, not verified</source>
        <translation>{0}, nicht überprüft</translation>
    </message>
    <message>
        <source>Comes from {0}</source>
        <translation>Herkunft: {0}</translation>
    </message>
    <message>
        <source>It may be used for research and private trials only, not in a product nor for work that is paid for; the licence has the exact words.</source>
        <translation>Es darf nur für Forschung und private Versuche verwendet werden, nicht in einem Produkt und nicht für bezahlte Arbeit; den genauen Wortlaut enthält die Lizenz.</translation>
    </message>
    <message>
        <source>Its publisher hands the files out to those only who have accepted the terms on the page of the model, signed in there.</source>
        <translation>Der Herausgeber gibt die Dateien nur an Personen heraus, die den Bedingungen auf der Seite des Modells zugestimmt haben und dort angemeldet sind.</translation>
    </message>
    <message>
        <source>Waits for the other installation</source>
        <translation>Wartet auf die andere Installation</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden…</translation>
    </message>
    <message>
        <source>Checking its files…</source>
        <translation>Dateien werden geprüft…</translation>
    </message>
    <message>
        <source>Installed; trying weights of 8 bits…</source>
        <translation>Installiert; 8-Bit-Gewichte werden erprobt…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>As it should be: cosine {0} to its reference</source>
        <translation>Wie es sein soll: Kosinus {0} zur Referenz</translation>
    </message>
    <message>
        <source>Wrong: cosine {0} to its reference instead of 1. Install it again, and look whether that helps.</source>
        <translation>Falsch: Kosinus {0} zur Referenz statt 1. Installieren Sie es neu, und sehen Sie, ob das hilft.</translation>
    </message>
    <message>
        <source>{0} were indexed with it. They keep its vectors, which are of use again once the model is back.</source>
        <translation>Damit indiziert: {0}. Die Vektoren bleiben dort erhalten und sind wieder nutzbar, sobald das Modell zurück ist.</translation>
    </message>
    <message>
        <source>{0} was indexed with it. It keeps its vectors, which are of use again once the model is back.</source>
        <translation>Damit indiziert: {0}. Die Vektoren bleiben dort erhalten und sind wieder nutzbar, sobald das Modell zurück ist.</translation>
    </message>
    <message>
        <source>No library uses it.</source>
        <translation>Keine Bibliothek verwendet es.</translation>
    </message>
    <message>
        <source>{0} could not be looked at, and may use it too.</source>
        <translation>Nicht zugänglich, vielleicht auch damit indiziert: {0}.</translation>
    </message>
    <message>
        <source>No library that can be looked at uses it; {0} could not be.</source>
        <translation>Keine zugängliche Bibliothek verwendet es; nicht zugänglich: {0}.</translation>
    </message>
    <message>
        <source>Removing it frees {0}.</source>
        <translation>Das Entfernen gibt {0} frei.</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more libraries</source>
        <translation>
            <numerusform>{0} und %Ln weitere Bibliothek</numerusform>
            <numerusform>{0} und %Ln weitere Bibliotheken</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Suche nach Bildern</translation>
    </message>
    <message>
        <source>Learning what is usual here</source>
        <translation>Lernen, was hier üblich ist</translation>
    </message>
    <message>
        <source>Clearing away what pictures that are gone have left</source>
        <translation>Räumt auf, was verschwundene Bilder hinterlassen haben</translation>
    </message>
    <message>
        <source>Building the graph for quick search</source>
        <translation>Aufbau des Graphen für schnelle Suche</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Abschluss</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln Bild hinzugefügt</numerusform>
            <numerusform>%Ln Bilder hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln hinzugefügt</numerusform>
            <numerusform>%Ln hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed</source>
        <translation>
            <numerusform>%Ln Bild geändert</numerusform>
            <numerusform>%Ln Bilder geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln geändert</numerusform>
            <numerusform>%Ln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) moved</source>
        <translation>
            <numerusform>%Ln Bild verschoben</numerusform>
            <numerusform>%Ln Bilder verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln verschoben</numerusform>
            <numerusform>%Ln verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) gone</source>
        <translation>
            <numerusform>%Ln Bild verschwunden</numerusform>
            <numerusform>%Ln Bilder verschwunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln verschwunden</numerusform>
            <numerusform>%Ln verschwunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln Datei übersprungen</numerusform>
            <numerusform>%Ln Dateien übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has changed: %Ln picture(s) up to date</source>
        <translation>
            <numerusform>Nichts hat sich geändert: %Ln Bild aktuell</numerusform>
            <numerusform>Nichts hat sich geändert: %Ln Bilder aktuell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln übersprungen</numerusform>
            <numerusform>%Ln übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no pictures in there.</source>
        <translation>Darin sind keine Bilder.</translation>
    </message>
    <message>
        <source>{0}, in {1}.</source>
        <translation>{0}, in {1}.</translation>
    </message>
    <message>
        <source>Everywhere in the window</source>
        <translation>Überall im Fenster</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>Bild der Suchanfrage</translation>
    </message>
    <message>
        <source>Matches, best first</source>
        <translation>Treffer, beste zuerst</translation>
    </message>
    <message>
        <source>Field for the question</source>
        <translation>Suchfeld</translation>
    </message>
    <message>
        <source>Indexing wizard</source>
        <translation>Indizierungsassistent</translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture</source>
        <translation>Nach dem suchen, was im Feld steht, oder ein Bild wählen</translation>
    </message>
    <message>
        <source>Go to another match</source>
        <translation>Zu einem anderen Treffer gehen</translation>
    </message>
    <message>
        <source>Go to the first or the last match</source>
        <translation>Zum ersten oder letzten Treffer gehen</translation>
    </message>
    <message>
        <source>Go a page up or down</source>
        <translation>Eine Seite nach oben oder unten gehen</translation>
    </message>
    <message>
        <source>Move the region by a little</source>
        <translation>Ausschnitt ein wenig verschieben</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>Wieder nach dem ganzen Bild suchen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Take the folder off the list</source>
        <translation>Ordner aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Close; what runs goes on in the background</source>
        <translation>Schließen; was läuft, geht im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Fold away what was asked, or close</source>
        <translation>Frage einklappen oder schließen</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Datei in der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Copy paths and reasons</source>
        <translation>Pfade und Gründe kopieren</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>Zurück zu den Bildern</translation>
    </message>
    <message>
        <source>Sort by the column before or behind</source>
        <translation>Nach der vorigen oder nächsten Spalte sortieren</translation>
    </message>
    <message>
        <source>Read the curves at another recall</source>
        <translation>Kurven bei einem anderen Recall ablesen</translation>
    </message>
    <message>
        <source>Go to another cell</source>
        <translation>Zu einer anderen Zelle gehen</translation>
    </message>
    <message>
        <source>Show the questions of the cell</source>
        <translation>Anfragen der Zelle anzeigen</translation>
    </message>
    <message>
        <source>Search for the question</source>
        <translation>Nach der Anfrage suchen</translation>
    </message>
    <message>
        <source>Go to the match before or behind</source>
        <translation>Zum vorigen oder nächsten Treffer gehen</translation>
    </message>
    <message>
        <source>Zoom: closer, away, whole picture, one to one, between both</source>
        <translation>Zoom: näher, weiter weg, ganzes Bild, eins zu eins, zwischen beiden wechseln</translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation>Vergrößerten Bereich verschieben</translation>
    </message>
    <message>
        <source>Compare, lock both, swap sides, next example</source>
        <translation>Vergleichen, beide koppeln, Seiten tauschen, nächstes Beispiel</translation>
    </message>
    <message>
        <source>Outline the query in a match whose geometry was checked, or not</source>
        <translation>Umriss der Suchanfrage in einem Treffer mit geprüfter Geometrie ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show where the match is like the query, or all of it</source>
        <translation>Zeigen, wo der Treffer der Suche gleicht, oder alles davon</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln row(s) as text</source>
        <translation>
            <numerusform>%Ln Zeile als Text &amp;kopieren</numerusform>
            <numerusform>%Ln Zeilen als Text &amp;kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Match: {0}</source>
        <translation>Treffer: {0}</translation>
    </message>
    <message>
        <source>Query: {0}</source>
        <translation>Suchanfrage: {0}</translation>
    </message>
    <message>
        <source>Less like: {0}</source>
        <translation>Unähnlich: {0}</translation>
    </message>
    <message>
        <source>The picture of the query is being read</source>
        <translation>Das Bild der Suchanfrage wird gelesen</translation>
    </message>
    <message>
        <source>It appears here as soon as it is there.</source>
        <translation>Es erscheint hier, sobald es da ist.</translation>
    </message>
    <message>
        <source>The query is made of words</source>
        <translation>Die Suchanfrage besteht aus Wörtern</translation>
    </message>
    <message>
        <source>There is no picture to compare with. Select two matches and compare them with each other, or add a picture to the query.</source>
        <translation>Es gibt kein Bild zum Vergleichen. Wählen Sie zwei Treffer aus, und vergleichen Sie sie miteinander, oder fügen Sie der Suchanfrage ein Bild hinzu.</translation>
    </message>
    <message>
        <source>&amp;Open a picture…</source>
        <translation>Bild ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Paste a picture</source>
        <translation>Bild einfü&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Index a folder…</source>
        <translation>Ordner &amp;indizieren…</translation>
    </message>
    <message>
        <source>Index &amp;again</source>
        <translation>Er&amp;neut indizieren</translation>
    </message>
    <message>
        <source>&amp;Libraries…</source>
        <translation>&amp;Bibliotheken…</translation>
    </message>
    <message>
        <source>&amp;This library…</source>
        <translation>Diese Bibliothe&amp;k…</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>E&amp;valuieren…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>&amp;Neue Bibliothek…</translation>
    </message>
    <message>
        <source>Open another &amp;library…</source>
        <translation>&amp;Andere Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle…</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Beispielbilder</translation>
    </message>
    <message>
        <source>S&amp;kipped files…</source>
        <translation>Übers&amp;prungene Dateien…</translation>
    </message>
    <message>
        <source>Quer&amp;y panel</source>
        <translation>&amp;Suchbereich</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>De&amp;tailbereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>{0} Until the library is indexed again it knows the pictures where they were.</source>
        <translation>{0} Bis die Bibliothek erneut indiziert ist, kennt sie die Bilder noch am alten Ort.</translation>
    </message>
    <message>
        <source>The disk of {0} is full, so nothing was exported: make room, or choose another disk.</source>
        <translation>Der Datenträger von {0} ist voll, daher wurde nichts exportiert: Schaffen Sie Platz, oder wählen Sie einen anderen Datenträger.</translation>
    </message>
    <message>
        <source>{0} cannot be written, so nothing was exported: choose another folder.</source>
        <translation>{0} ist nicht beschreibbar, daher wurde nichts exportiert: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}), so nothing was exported: choose another place.</source>
        <translation>{0} lässt sich nicht schreiben ({1}), daher wurde nichts exportiert: Wählen Sie einen anderen Speicherort.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Nothing could be exported to {0}: {1}: {2}.</source>
        <translation>Nach {0} ließ sich nichts exportieren: {1}: {2}.</translation>
    </message>
    <message>
        <source>it was changed since, so it is kept</source>
        <translation>seitdem geändert, bleibt daher erhalten</translation>
    </message>
    <message>
        <source>{0} could not be started ({1}): choose another program.</source>
        <translation>{0} ließ sich nicht starten ({1}): Wählen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>{0} could not open {1}: choose another program.</source>
        <translation>{0} konnte {1} nicht öffnen: Wählen Sie ein anderes Programm.</translation>
    </message>
    <message>
        <source>the file is not whole</source>
        <translation>die Datei ist unvollständig</translation>
    </message>
    <message>
        <source>That sheet is too large for one PNG: choose fewer or smaller pictures, or a PDF.</source>
        <translation>Dieser Bogen ist zu groß für ein PNG: Wählen Sie weniger oder kleinere Bilder oder ein PDF.</translation>
    </message>
    <message>
        <source>There is not enough memory for that sheet: choose fewer or smaller pictures, or a PDF.</source>
        <translation>Der Arbeitsspeicher reicht für diesen Bogen nicht: Wählen Sie weniger oder kleinere Bilder oder ein PDF.</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>das Bild ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>{0} cannot be moved to a trash, and {1} could not be brought back from it: look into the trash.</source>
        <translation>{0} lässt sich nicht in einen Papierkorb verschieben, und nicht daraus zurückgeholt wurde: {1}. Sehen Sie im Papierkorb nach.</translation>
    </message>
    <message>
        <source>{0} has no trash that can be used, and this program deletes nothing for good, so nothing was moved: delete the files in the file manager if you are sure.</source>
        <translation>Für {0} gibt es keinen verwendbaren Papierkorb, und dieses Programm löscht nichts endgültig, daher wurde nichts verschoben: Löschen Sie die Dateien in der Dateiverwaltung, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>That was asked with the model {0}, which this library does not have any more: index its folders with it, then ask again.</source>
        <translation>Diese Suchanfrage verwendet das Modell {0}, das diese Bibliothek nicht mehr hat: Indizieren Sie die Ordner damit, und suchen Sie dann erneut.</translation>
    </message>
    <message>
        <source>The library has no vectors of the model {0} any more: ask anew.</source>
        <translation>Die Bibliothek hat keine Vektoren des Modells {0} mehr: Starten Sie die Suche neu.</translation>
    </message>
    <message>
        <source>{0} is not there: connect its disk, or index its folder again.</source>
        <translation>{0} ist nicht da: Verbinden Sie den Datenträger, oder indizieren Sie den Ordner erneut.</translation>
    </message>
    <message>
        <source>{0} cannot be reached ({1}): check its disk and its permissions.</source>
        <translation>{0} ist nicht erreichbar ({1}): Prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} is no picture and could be a program, so it was not opened: look at it in the file manager.</source>
        <translation>{0} ist kein Bild und könnte ein Programm sein, wurde also nicht geöffnet: Sehen Sie es sich im Dateimanager an.</translation>
    </message>
    <message>
        <source>{0} is no address of the web, so it was not opened.</source>
        <translation>{0} ist keine Webadresse und wurde daher nicht geöffnet.</translation>
    </message>
    <message>
        <source>No program could be started to open {0} ({1}: {2}).</source>
        <translation>Es ließ sich kein Programm starten, um {0} zu öffnen ({1}: {2}).</translation>
    </message>
    <message>
        <source>No program was found that opens {0}: choose one in the desktop&apos;s settings.</source>
        <translation>Es wurde kein Programm gefunden, das {0} öffnet: Wählen Sie eines in den Systemeinstellungen.</translation>
    </message>
    <message>
        <source>Which models know the picture cannot be said: {0}</source>
        <translation>Welche Modelle das Bild kennen, lässt sich nicht sagen: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were given; the search is for {0}.</source>
        <translation>
            <numerusform>%Ln Bild wurde übergeben; gesucht wird nach {0}.</numerusform>
            <numerusform>%Ln Bilder wurden übergeben; gesucht wird nach {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first.</source>
        <translation>Etwas muss gesucht werden: Fügen Sie zuerst ein Beispiel dafür hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>A query takes at most %Ln example(s): remove one first.</source>
        <translation>
            <numerusform>Eine Suchanfrage fasst höchstens %Ln Beispiel: Entfernen Sie es zuerst.</numerusform>
            <numerusform>Eine Suchanfrage fasst höchstens %Ln Beispiele: Entfernen Sie zuerst eines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first, or clear the query.</source>
        <translation>Etwas muss gesucht werden: Fügen Sie zuerst ein Beispiel dafür hinzu, oder leeren Sie die Suchanfrage.</translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first, then turn this one.</source>
        <translation>Etwas muss gesucht werden: Fügen Sie zuerst ein Beispiel dafür hinzu, und kehren Sie dann dieses um.</translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of what matches should be less like first.</source>
        <translation>Etwas muss gesucht werden: Fügen Sie zuerst ein Beispiel hinzu, dem die Treffer unähnlich sein sollen.</translation>
    </message>
    <message>
        <source>The picture at {0} was not fetched to its end: drop it again, or save it first.</source>
        <translation>Das Bild unter {0} wurde nicht vollständig geladen: Legen Sie es erneut ab, oder speichern Sie es zuerst.</translation>
    </message>
    <message>
        <source>the picture on the clipboard cannot be read: save it to a file and drop that</source>
        <translation>das Bild in der Zwischenablage ist nicht lesbar: als Datei speichern und diese ablegen</translation>
    </message>
    <message>
        <source>Another folder is being indexed: wait until that has finished, or cancel it.</source>
        <translation>Ein anderer Ordner wird gerade indiziert: Warten Sie, bis das fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>{0} is not there just now; what was indexed from it is kept.</source>
        <translation>{0} ist gerade nicht da; was daraus indiziert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({0}: {1}); the log has the details.</source>
        <translation>Im Programm ist etwas schiefgegangen ({0}: {1}); Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>This library is being indexed just now: wait until that has finished, or cancel it.</source>
        <translation>Diese Bibliothek wird gerade indiziert: Warten Sie, bis das fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Pictures are being indexed with this model: wait until that has finished, or cancel it.</source>
        <translation>Mit diesem Modell werden gerade Bilder indiziert: Warten Sie, bis das fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Installing ended before it was done: try again, it goes on where it stopped.</source>
        <translation>Die Installation wurde vorzeitig beendet: Versuchen Sie es erneut; sie geht weiter, wo sie aufgehört hat.</translation>
    </message>
    <message>
        <source>The model ended the process that ran it, so it cannot be used here: install it again, or remove it.</source>
        <translation>Das Modell hat den Prozess beendet, in dem es lief, und ist hier daher nicht verwendbar: Installieren Sie es erneut, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The model ended the process that looked at it: it asks for more than this computer has, or is damaged.</source>
        <translation>Das Modell hat den Prozess beendet, der es untersuchte: Es verlangt mehr, als dieser Computer hat, oder ist beschädigt.</translation>
    </message>
    <message>
        <source>The speed of {0} was not measured: the model ended its process; verify it.</source>
        <translation>Die Geschwindigkeit von {0} wurde nicht gemessen: Das Modell hat seinen Prozess beendet; überprüfen Sie es.</translation>
    </message>
    <message>
        <source>8-bit form</source>
        <translation>8-Bit-Form</translation>
    </message>
    <message>
        <source>none, {0}</source>
        <translation>keine; {0}</translation>
    </message>
    <message>
        <source>a trial on this machine</source>
        <translation>ein Versuch auf diesem Computer</translation>
    </message>
    <message>
        <source>New libraries use its 8-bit form: {0}.</source>
        <translation>Neue Bibliotheken verwenden die 8-Bit-Form: {0}.</translation>
    </message>
    <message>
        <source>no file was given</source>
        <translation>keine Datei angegeben</translation>
    </message>
    <message>
        <source>The clipboard held a picture that cannot be read: copy it again, or save and drop it.</source>
        <translation>In der Zwischenablage war ein Bild, das nicht lesbar ist: Kopieren Sie es erneut, oder speichern Sie es, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
    <message>
        <source>The library was not indexed with the model {0}: index its folders with it first.</source>
        <translation>Die Bibliothek wurde nicht mit dem Modell {0} indiziert: Indizieren Sie die Ordner zuerst damit.</translation>
    </message>
    <message>
        <source>There is nothing to search in yet: index a folder of pictures first.</source>
        <translation>Noch gibt es nichts zu durchsuchen: Indizieren Sie zuerst einen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>Searching with {0}, which takes words.</source>
        <translation>Gesucht wird mit {0}; dieses Modell versteht Wörter.</translation>
    </message>
    <message>
        <source>Search for something first; then say what the matches should be less like.</source>
        <translation>Suchen Sie zuerst nach etwas; geben Sie dann an, wem die Treffer unähnlich sein sollen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program while a watched folder was looked through; the log has the details.</source>
        <translation>Beim Durchsehen eines überwachten Ordners ist im Programm etwas schiefgegangen; Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{0!r} is no day: write it as year, month and day, such as 2024-05-31.</source>
        <translation>{0!r} ist kein Datum: Geben Sie Jahr, Monat und Tag an, zum Beispiel 2024-05-31.</translation>
    </message>
    <message>
        <source>A label needs a name: type one.</source>
        <translation>Ein Schlagwort braucht einen Namen: Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>A label has at most {0} characters, and this one has {1}: shorten it.</source>
        <translation>Ein Schlagwort hat höchstens {0} Zeichen, und dieses hat {1}: Kürzen Sie es.</translation>
    </message>
    <message>
        <source>A label cannot hold signs that are not seen: type it anew.</source>
        <translation>Ein Schlagwort darf keine unsichtbaren Zeichen enthalten: Geben Sie es neu ein.</translation>
    </message>
    <message>
        <source>Colours are numbered 1 to {0}, and 0 is none: {1} is neither.</source>
        <translation>Farben haben die Nummern 1 bis {0}, und 0 steht für keine: {1} ist nichts davon.</translation>
    </message>
    <message>
        <source>Ratings go from 1 to {0}, and 0 is none: {1} is neither.</source>
        <translation>Bewertungen gehen von 1 bis {0}, und 0 steht für keine: {1} ist nichts davon.</translation>
    </message>
    <message>
        <source>“{0}” is no label: take the spaces away that are too many.</source>
        <translation>„{0}“ ist kein Schlagwort: Entfernen Sie die überzähligen Leerzeichen.</translation>
    </message>
    <message>
        <source>the content of its files</source>
        <translation>der Inhalt der Dateien</translation>
    </message>
    <message>
        <source>{0}: this model description has another schema than {1}; update the program.</source>
        <translation>{0}: Diese Modellbeschreibung hat ein anderes Schema als {1}; aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <comment>file, what is wrong with it</comment>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>id must be letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;, and start with a letter or digit</source>
        <translation>id darf nur Buchstaben, Ziffern, &apos;-&apos;, &apos;_&apos; und &apos;.&apos; enthalten und muss mit einem Buchstaben oder einer Ziffer beginnen</translation>
    </message>
    <message>
        <source>dimension must be positive</source>
        <translation>dimension muss positiv sein</translation>
    </message>
    <message>
        <source>dimension must be at most {0}</source>
        <translation>dimension darf höchstens {0} sein</translation>
    </message>
    <message>
        <source>a model of this family needs a file</source>
        <translation>ein Modell dieser Familie benötigt eine Datei</translation>
    </message>
    <message>
        <source>files must lie inside the model&apos;s folder</source>
        <translation>Dateien müssen im Ordner des Modells liegen</translation>
    </message>
    <message>
        <source>a file is named twice</source>
        <translation>eine Datei ist doppelt genannt</translation>
    </message>
    <message>
        <source>the size of a file must not be negative</source>
        <translation>die Größe einer Datei darf nicht negativ sein</translation>
    </message>
    <message>
        <source>the reference must lie inside the model&apos;s folder</source>
        <translation>die Referenz muss im Ordner des Modells liegen</translation>
    </message>
    <message>
        <source>input width and height must be between 1 and {0}</source>
        <translation>Breite und Höhe des Eingangs müssen zwischen 1 und {0} liegen</translation>
    </message>
    <message>
        <source>resize_to must be at least the input size</source>
        <translation>resize_to muss mindestens so groß sein wie der Eingang</translation>
    </message>
    <message>
        <source>resize_to must be at most {0}</source>
        <translation>resize_to darf höchstens {0} sein</translation>
    </message>
    <message>
        <source>mean, std and scale must be finite</source>
        <translation>mean, std und scale müssen endlich sein</translation>
    </message>
    <message>
        <source>std must not be zero</source>
        <translation>std darf nicht 0 sein</translation>
    </message>
    <message>
        <source>pad_value must be between 0 and 255</source>
        <translation>pad_value muss zwischen 0 und 255 liegen</translation>
    </message>
    <message>
        <source>text.file must be one of the files</source>
        <translation>text.file muss eine der Dateien sein</translation>
    </message>
    <message>
        <source>text.file must not be the graph of the pictures</source>
        <translation>text.file darf nicht der Graph für Bilder sein</translation>
    </message>
    <message>
        <source>text.tokenizer must be one of the files</source>
        <translation>text.tokenizer muss eine der Dateien sein</translation>
    </message>
    <message>
        <source>text.length must be between 2 and {0}</source>
        <translation>text.length muss zwischen 2 und {0} liegen</translation>
    </message>
    <message>
        <source>text.template must hold one {}</source>
        <translation>text.template muss genau ein {} enthalten</translation>
    </message>
    <message>
        <source>text.pooling must be none, cls, mean or max</source>
        <translation>text.pooling muss none, cls, mean oder max sein</translation>
    </message>
    <message>
        <source>output.zscore is only for models of the family pixel</source>
        <translation>output.zscore gilt nur für Modelle der Familie pixel</translation>
    </message>
    <message>
        <source>patches.rows and patches.columns must be positive</source>
        <translation>patches.rows und patches.columns müssen positiv sein</translation>
    </message>
    <message>
        <source>patches.skip must not be negative</source>
        <translation>patches.skip darf nicht negativ sein</translation>
    </message>
    <message>
        <source>hub and recipe exclude each other</source>
        <translation>hub und recipe schließen einander aus</translation>
    </message>
    <message>
        <source>hub.repository must be owner/name</source>
        <translation>hub.repository muss die Form Eigentümer/Name haben</translation>
    </message>
    <message>
        <source>hub.revision must be a commit or a branch</source>
        <translation>hub.revision muss ein Commit oder ein Branch sein</translation>
    </message>
    <message>
        <source>files.remote must be a path in the repository</source>
        <translation>files.remote muss ein Pfad im Repository sein</translation>
    </message>
    <message>
        <source>recipe.name must be a name</source>
        <translation>recipe.name muss ein Name sein</translation>
    </message>
    <message>
        <source>recipe.precision must be fp32, fp16 or int8</source>
        <translation>recipe.precision muss fp32, fp16 oder int8 sein</translation>
    </message>
    <message>
        <source>{0}: [{1}] must be a table.</source>
        <translation>{0}: [{1}] muss eine Tabelle sein.</translation>
    </message>
    <message>
        <source>{0}: {1} is missing.</source>
        <translation>{0}: {1} fehlt.</translation>
    </message>
    <message>
        <source>{0}: {1} is too large a number.</source>
        <translation>{0}: {1} ist eine zu große Zahl.</translation>
    </message>
    <message>
        <source>{0}: {1} must be of type {2}, not {3}.</source>
        <translation>{0}: {1} muss vom Typ {2} sein, nicht {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} is too long a text, or holds signs that are not seen.</source>
        <translation>{0}: {1} ist ein zu langer Text oder enthält unsichtbare Zeichen.</translation>
    </message>
    <message>
        <source>{0}: {1} {2} is not known; use one of {3}.</source>
        <translation>{0}: {1} {2} ist nicht bekannt; möglich sind: {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} must be three numbers, not {2}.</source>
        <translation>{0}: {1} muss aus drei Zahlen bestehen, nicht {2}.</translation>
    </message>
    <message>
        <source>{0}: not known: {1}.</source>
        <translation>{0}: nicht bekannt: {1}.</translation>
    </message>
    <message>
        <source>{0} ({1} mm on 35 mm film)</source>
        <translation>{0} ({1} mm bei Kleinbild)</translation>
    </message>
    <message numerus="yes">
        <source>{0} had %Ln picture(s) and has none now (a disk that is not connected?): they are kept in the library until you say that they are gone.</source>
        <translation>
            <numerusform>{0}: Hier war %Ln Bild, jetzt ist keines mehr da (ein Datenträger, der nicht verbunden ist?). Es bleibt in der Bibliothek, bis Sie sagen, dass es weg ist.</numerusform>
            <numerusform>{0}: Hier waren %Ln Bilder, jetzt ist keines mehr da (ein Datenträger, der nicht verbunden ist?). Sie bleiben in der Bibliothek, bis Sie sagen, dass sie weg sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation>diese Datei gibt es nicht mehr</translation>
    </message>
    <message>
        <source>vanished while the folder was indexed</source>
        <translation>während der Indizierung des Ordners verschwunden</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>folder cannot be read ({0})</source>
        <translation>Ordner nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>cannot be looked at ({0})</source>
        <translation>lässt sich nicht untersuchen ({0})</translation>
    </message>
    <message>
        <source>the file cannot be reached ({0})</source>
        <translation>die Datei ist nicht erreichbar ({0})</translation>
    </message>
    <message>
        <source>not a picture, or of a kind that cannot be read</source>
        <translation>kein Bild, oder von einer Art, die nicht lesbar ist</translation>
    </message>
    <message>
        <source>{0} pictures cannot be read</source>
        <translation>Bilder im Format {0} sind nicht lesbar</translation>
    </message>
    <message>
        <source>too large: {0} GB</source>
        <translation>zu groß: {0} GB</translation>
    </message>
    <message>
        <source>too large: {0} pixels</source>
        <translation>zu groß: {0} Pixel</translation>
    </message>
    <message>
        <source>too large: far too many pixels</source>
        <translation>zu groß: viel zu viele Pixel</translation>
    </message>
    <message>
        <source>too large: {0} x {1} pixels</source>
        <translation>zu groß: {0} x {1} Pixel</translation>
    </message>
    <message>
        <source>too large for the memory of this machine</source>
        <translation>zu groß für den Arbeitsspeicher dieses Computers</translation>
    </message>
    <message>
        <source>a picture without pixels</source>
        <translation>ein Bild ohne Pixel</translation>
    </message>
    <message>
        <source>too small: {0} x {1} pixels, the smallest side must have {2}</source>
        <translation>zu klein: {0} x {1} Pixel, die kürzeste Seite muss {2} haben</translation>
    </message>
    <message>
        <source>not a colour picture, and only colour pictures were asked for</source>
        <translation>kein Farbbild, und nur Farbbilder waren verlangt</translation>
    </message>
    <message>
        <source>truncated {0} file</source>
        <translation>unvollständige Datei im Format {0}</translation>
    </message>
    <message>
        <source>damaged {0} file ({1})</source>
        <translation>beschädigte Datei im Format {0} ({1})</translation>
    </message>
    <message>
        <source>{0} file of an unknown variant ({1})</source>
        <translation>unbekannte Variante des Formats {0} ({1})</translation>
    </message>
    <message>
        <source>impossible size</source>
        <translation>unmögliche Größe</translation>
    </message>
    <message>
        <source>took longer than {0} seconds to decode</source>
        <translation>das Dekodieren dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
        <source>crashed the decoder (exit code {0})</source>
        <translation>hat den Decoder zum Absturz gebracht (Exit-Code {0})</translation>
    </message>
    <message>
        <source>the process that decodes pictures did not start ({0})</source>
        <translation>der Prozess, der Bilder dekodiert, ist nicht gestartet ({0})</translation>
    </message>
    <message>
        <source>not read to its end, since the program is closing</source>
        <translation>nicht zu Ende gelesen, weil das Programm beendet wird</translation>
    </message>
    <message>
        <source>internal error ({0}: {1})</source>
        <translation>interner Fehler ({0}: {1})</translation>
    </message>
    <message>
        <source>no thumbnail could be made of it</source>
        <translation>davon ließ sich kein Vorschaubild erzeugen</translation>
    </message>
    <message>
        <source>{0}; save the picture and drop the file</source>
        <translation>{0}; das Bild speichern und die Datei ablegen</translation>
    </message>
    <message>
        <source>it is not among the searches any more</source>
        <translation>nicht mehr unter den Suchen</translation>
    </message>
    <message>
        <source>its copy is gone</source>
        <translation>die Kopie davon ist weg</translation>
    </message>
    <message>
        <source>the disk does not take it ({0})</source>
        <translation>der Datenträger nimmt sie nicht auf ({0})</translation>
    </message>
    <message>
        <source>camera raw pictures cannot be read</source>
        <translation>RAW-Bilder von Kameras sind nicht lesbar</translation>
    </message>
    <message>
        <source>truncated icon file</source>
        <translation>unvollständige Symboldatei</translation>
    </message>
    <message>
        <source>damaged icon file ({0})</source>
        <translation>beschädigte Symboldatei ({0})</translation>
    </message>
    <message>
        <source>icon file of an unknown variant ({0})</source>
        <translation>unbekannte Variante einer Symboldatei ({0})</translation>
    </message>
    <message>
        <source>The model {0} gave a vector that is not finite for this picture.</source>
        <translation>Das Modell {0} lieferte für dieses Bild einen Vektor, der nicht endlich ist.</translation>
    </message>
    <message>
        <source>The model {0} failed: {1}</source>
        <translation>Das Modell {0} ist gescheitert: {1}</translation>
    </message>
    <message>
        <source>The description of the model {0} is wrong: {1}.</source>
        <translation>Die Beschreibung des Modells {0} ist falsch: {1}.</translation>
    </message>
    <message>
        <source>The model {0} gives {1} vectors for one picture: correct its model.toml.</source>
        <translation>Das Modell {0} liefert {1} Vektoren für ein einziges Bild: Korrigieren Sie die model.toml.</translation>
    </message>
    <message>
        <source>The model {0} gives {1} numbers where its description says {2}: correct its model.toml.</source>
        <translation>Das Modell {0} liefert {1} Zahlen, seine Beschreibung nennt aber {2}: Korrigieren Sie die model.toml.</translation>
    </message>
    <message>
        <source>The region {0!r} cannot be read: write it as X,Y,WIDTH,HEIGHT in pixels, for example 10,20,300,200.</source>
        <translation>Der Ausschnitt {0!r} ist nicht lesbar: Geben Sie ihn als X,Y,BREITE,HÖHE in Pixel an, zum Beispiel 10,20,300,200.</translation>
    </message>
    <message>
        <source>The region {0},{1},{2},{3} lies outside the picture, which is {4} x {5} pixels: choose one inside it.</source>
        <translation>Der Ausschnitt {0},{1},{2},{3} liegt außerhalb des Bildes, das {4} x {5} Pixel groß ist: Wählen Sie einen innerhalb davon.</translation>
    </message>
    <message>
        <source>its graph cannot be read ({0})</source>
        <translation>der Graph ist nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>its weights have 8 bits already</source>
        <translation>die Gewichte haben schon 8 Bit</translation>
    </message>
    <message>
        <source>it cannot be quantised ({0})</source>
        <translation>das Modell lässt sich nicht quantisieren ({0})</translation>
    </message>
    <message>
        <source>on this processor it is only {0} times as fast</source>
        <translation>auf diesem Prozessor ist sie nur {0}-mal so schnell</translation>
    </message>
    <message>
        <source>its vectors differ too much from those of the full form (cosine {0} at the median, {1} at the lowest)</source>
        <translation>die Vektoren weichen zu stark von denen der vollen Form ab (Kosinus im Median {0}, im Minimum {1})</translation>
    </message>
    <message>
        <source>{0} came instead.</source>
        <translation>Stattdessen lief {0}.</translation>
    </message>
    <message>
        <source>The model {0} gives other patches than its description says: correct its model.toml.</source>
        <translation>Das Modell {0} gibt andere Felder aus, als seine Beschreibung sagt: Korrigieren Sie seine model.toml.</translation>
    </message>
    <message>
        <source>The model {0} tells what a picture shows, not where in it: search with another one to see that.</source>
        <translation>Das Modell {0} sagt, was ein Bild zeigt, nicht wo darin: Suchen Sie mit einem anderen, um das zu sehen.</translation>
    </message>
    <message>
        <source>The model {0} has several inputs: name one of {1} in its model.toml.</source>
        <translation>Das Modell {0} hat mehrere Eingänge: Nennen Sie in der model.toml einen von diesen ({1}).</translation>
    </message>
    <message>
        <source>The model {0} has several outputs: name one of {1} in its model.toml.</source>
        <translation>Das Modell {0} hat mehrere Ausgänge: Nennen Sie in der model.toml einen von diesen ({1}).</translation>
    </message>
    <message>
        <source>The model {0} has no input {1!r}: name one of {2} in its model.toml.</source>
        <translation>Das Modell {0} hat keinen Eingang {1!r}: Nennen Sie in der model.toml einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>The model {0} has no output {1!r}: name one of {2} in its model.toml.</source>
        <translation>Das Modell {0} hat keinen Ausgang {1!r}: Nennen Sie in der model.toml einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>{0} is a model of Keras, not of ONNX: convert it with tf2onnx first.</source>
        <translation>{0} ist ein Keras-Modell, kein ONNX-Modell: Konvertieren Sie es zuerst mit tf2onnx.</translation>
    </message>
    <message>
        <source>{0} is a model of PyTorch, not of ONNX: export it with torch.onnx first.</source>
        <translation>{0} ist ein PyTorch-Modell, kein ONNX-Modell: Exportieren Sie es zuerst mit torch.onnx.</translation>
    </message>
    <message>
        <source>{0} is a picture, not a model: choose an .onnx file.</source>
        <translation>{0} ist ein Bild, kein Modell: Wählen Sie eine .onnx-Datei.</translation>
    </message>
    <message>
        <source>{0} only points to a model kept elsewhere (Git LFS): download the file itself.</source>
        <translation>{0} verweist nur auf ein Modell, das anderswo liegt (Git LFS): Laden Sie die Datei selbst herunter.</translation>
    </message>
    <message>
        <source>{0} is a language model (GGUF), which knows no pictures: choose the ONNX file of an image model.</source>
        <translation>{0} ist ein Sprachmodell (GGUF), das keine Bilder kennt: Wählen Sie die ONNX-Datei eines Bildmodells.</translation>
    </message>
    <message>
        <source>{0} is a model of TensorFlow Lite, not of ONNX: convert it with tf2onnx first.</source>
        <translation>{0} ist ein TensorFlow-Lite-Modell, kein ONNX-Modell: Konvertieren Sie es zuerst mit tf2onnx.</translation>
    </message>
    <message>
        <source>{0} is in onnxruntime&apos;s own format, which fits one kind of machine: take the .onnx that it was made of.</source>
        <translation>{0} hat das eigene Format von onnxruntime, das nur zu einer Art von Computer passt: Nehmen Sie die .onnx-Datei, aus der es erzeugt wurde.</translation>
    </message>
    <message>
        <source>{0} is a PDF document, not a model: choose an .onnx file.</source>
        <translation>{0} ist ein PDF-Dokument, kein Modell: Wählen Sie eine .onnx-Datei.</translation>
    </message>
    <message>
        <source>{0} is empty: download or export it again.</source>
        <translation>{0} ist leer: Laden Sie die Datei erneut herunter, oder exportieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>{0} holds nothing but zeros: its download was not finished, so fetch it again.</source>
        <translation>{0} enthält nichts als Nullen: Der Download wurde nicht abgeschlossen; laden Sie die Datei erneut herunter.</translation>
    </message>
    <message>
        <source>{0} is a web page, not a model: the site wants you to sign in, or the address was that of a page about the model.</source>
        <translation>{0} ist eine Webseite, kein Modell: Die Website verlangt eine Anmeldung, oder die Adresse war die einer Seite über das Modell.</translation>
    </message>
    <message>
        <source>{0} holds weights only (safetensors): `imsearch models export` makes a model of its folder.</source>
        <translation>{0} enthält nur Gewichte (safetensors): `imsearch models export` macht aus dem Ordner ein Modell.</translation>
    </message>
    <message>
        <source>{0} is a text of settings, not a model: choose the .onnx file beside it.</source>
        <translation>{0} ist ein Text mit Einstellungen, kein Modell: Wählen Sie die .onnx-Datei daneben.</translation>
    </message>
    <message>
        <source>{0} is an archive: unpack it, and choose the .onnx file that it holds.</source>
        <translation>{0} ist ein Archiv: Entpacken Sie es, und wählen Sie die .onnx-Datei daraus.</translation>
    </message>
    <message>
        <source>The half of {0} for words is not beside it any more: name it (--text).</source>
        <translation>Die Hälfte von {0} für Wörter liegt nicht mehr daneben: Geben Sie sie an (--text).</translation>
    </message>
    <message>
        <source>{0}: {1} needs {2}, which is not among the files of its model.toml.</source>
        <translation>{0}: {1} benötigt {2}, in der model.toml ist diese Datei aber nicht aufgeführt.</translation>
    </message>
    <message>
        <source>The weights “{0}” are called like another file of the model: export it with another name.</source>
        <translation>Die Gewichtsdatei „{0}“ heißt wie eine andere Datei des Modells: Exportieren Sie es unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>{0} asked for more than the {1} of memory that it could have for one picture: it is broken, or too large for this computer.</source>
        <translation>{0} hat für ein einziges Bild mehr als den verfügbaren Speicher verlangt ({1}): Das Modell ist defekt oder zu groß für diesen Computer.</translation>
    </message>
    <message numerus="yes">
        <source>{0} was still at work on one picture after %Ln second(s): it is broken, or too large for this computer.</source>
        <translation>
            <numerusform>{0} war nach %Ln Sekunde noch mit einem einzigen Bild beschäftigt: Das Modell ist defekt oder zu groß für diesen Computer.</numerusform>
            <numerusform>{0} war nach %Ln Sekunden noch mit einem einzigen Bild beschäftigt: Das Modell ist defekt oder zu groß für diesen Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} brought down the process in which it was tried (exit code {1}): it is damaged, or asks for more than this computer has.</source>
        <translation>{0} hat den Prozess, in dem das Modell erprobt wurde, zum Absturz gebracht (Exit-Code {1}): Es ist beschädigt oder verlangt mehr, als dieser Computer hat.</translation>
    </message>
    <message>
        <source>{0} was not tried to the end: try it again.</source>
        <translation>{0} wurde nicht zu Ende erprobt: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} does not answer as a model hub does: check HF_ENDPOINT.</source>
        <translation>{0} antwortet nicht wie ein Modell-Hub: Prüfen Sie HF_ENDPOINT.</translation>
    </message>
    <message>
        <source>Fetching is switched off (HF_HUB_OFFLINE is set): unset it, then install the model again.</source>
        <translation>Das Herunterladen ist abgeschaltet (HF_HUB_OFFLINE ist gesetzt): Heben Sie das auf, und installieren Sie das Modell dann erneut.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): make room on the disk, then install the model again; it goes on where it stopped.</source>
        <translation>{0} lässt sich nicht schreiben ({1}): Schaffen Sie Platz auf dem Datenträger, und installieren Sie das Modell dann erneut; es geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>The hub does not give out {0} without permission: accept its terms there, make a token, set HF_TOKEN to it, then install the model again.</source>
        <translation>Der Hub gibt {0} nicht ohne Erlaubnis heraus: Stimmen Sie dort den Bedingungen zu, erzeugen Sie ein Token, tragen Sie es in HF_TOKEN ein, und installieren Sie das Modell dann erneut.</translation>
    </message>
    <message>
        <source>{0} has no revision {1} any more: look for a newer version of this program.</source>
        <translation>{0} hat die Revision {1} nicht mehr: Suchen Sie nach einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>The hub has no {0}: it was moved or taken away; look for a newer version of this program.</source>
        <translation>Im Hub gibt es {0} nicht: Es wurde verschoben oder entfernt; suchen Sie nach einer neueren Version dieses Programms.</translation>
    </message>
    <message>
        <source>The hub answers with an error ({0}) for {1}: try again later.</source>
        <translation>Der Hub antwortet für {1} mit einem Fehler ({0}): Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{0} did not come in whole: install the model again.</source>
        <translation>{0} ist nicht vollständig angekommen: Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The hub does not answer ({0}): try again later; what came in is kept.</source>
        <translation>Der Hub antwortet nicht ({0}): Versuchen Sie es später noch einmal; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The hub cannot be reached ({0}): check the connection to the internet (and HTTPS_PROXY, HF_ENDPOINT), then install the model again; what came in is kept.</source>
        <translation>Der Hub ist nicht erreichbar ({0}): Prüfen Sie die Internetverbindung (sowie HTTPS_PROXY, HF_ENDPOINT), und installieren Sie das Modell dann erneut; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Imported from {0}.</source>
        <translation>Importiert aus {0}.</translation>
    </message>
    <message>
        <source>The description</source>
        <translation>Die Beschreibung</translation>
    </message>
    <message>
        <source>There is a model {0!r} already: choose another id, or replace that one (--replace).</source>
        <translation>Es gibt schon ein Modell {0!r}: Wählen Sie eine andere Kennung, oder ersetzen Sie jenes (--replace).</translation>
    </message>
    <message>
        <source>The id “{0}” belongs to a model that comes with the program: choose another.</source>
        <translation>Die Kennung „{0}“ gehört zu einem Modell, das im Programm enthalten ist: Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The id {0} belongs to a model that comes with the program: proposed is {1}.</source>
        <translation>Die Kennung {0} gehört zu einem Modell, das im Programm enthalten ist; vorgeschlagen wird {1}.</translation>
    </message>
    <message>
        <source>The folder {0} holds no .onnx file: choose the file itself.</source>
        <translation>Der Ordner {0} enthält keine .onnx-Datei: Wählen Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>The folder {0} holds {1} models ({2}): choose one of the files.</source>
        <translation>Der Ordner {0} enthält {1} Modelle ({2}): Wählen Sie eine der Dateien.</translation>
    </message>
    <message>
        <source>{0} gives numbers that are not finite for a picture: it is damaged, or not trained.</source>
        <translation>{0} liefert für ein Bild Zahlen, die nicht endlich sind: Das Modell ist beschädigt oder nicht trainiert.</translation>
    </message>
    <message>
        <source>{0} is of no use without a text tower: name that, too (--text).</source>
        <translation>{0} nützt nichts ohne einen Textturm: Geben Sie auch ihn an (--text).</translation>
    </message>
    <message>
        <source>{0} looks like its half for words, but is left aside. {1}</source>
        <translation>{0} sieht aus wie die zugehörige Hälfte für Wörter, bleibt aber unbeachtet. {1}</translation>
    </message>
    <message>
        <source>Words go through {0}, with its tokenizer; texts are cut after {1} tokens.</source>
        <translation>Wörter gehen durch {0} mit dem zugehörigen Tokenizer; Texte werden nach {1} Token abgeschnitten.</translation>
    </message>
    <message>
        <source>Nothing says what its licence allows: look that up before you pass it on.</source>
        <translation>Nirgends steht, was die Lizenz erlaubt: Sehen Sie nach, bevor Sie das Modell weitergeben.</translation>
    </message>
    <message>
        <source>A model.toml lies beside it: import the folder {0} to use what that says.</source>
        <translation>Daneben liegt eine model.toml: Importieren Sie den Ordner {0}, um die Angaben darin zu verwenden.</translation>
    </message>
    <message>
        <source>{0} describes itself in its model.toml, so {1} cannot be given: change that file, or import the .onnx file in it.</source>
        <translation>{0} beschreibt sich in der eigenen model.toml, daher lässt sich nicht vorgeben: {1}. Ändern Sie diese Datei, oder importieren Sie die .onnx-Datei darin.</translation>
    </message>
    <message>
        <source>{0} describes itself in its model.toml, and that is what counts.</source>
        <translation>{0} beschreibt sich in der eigenen model.toml, und diese gilt.</translation>
    </message>
    <message>
        <source>A model without a description of its own.</source>
        <translation>Ein Modell ohne eigene Beschreibung.</translation>
    </message>
    <message>
        <source>{0} has no model.toml: taken to be {1} x {2} with what {3} says, output {4!r}, {5} numbers.</source>
        <translation>{0} hat keine model.toml; Annahme: {1} x {2}, mit den Angaben aus {3}, Ausgang {4!r}, {5} Zahlen.</translation>
    </message>
    <message>
        <source>{0} has no model.toml: taken to be {1} x {2} with {3}, output {4!r}, {5} numbers.</source>
        <translation>{0} hat keine model.toml; Annahme: {1} x {2}, Pixelwerte {3}, Ausgang {4!r}, {5} Zahlen.</translation>
    </message>
    <message>
        <source>The model {0} is being installed by another window or command: wait for it.</source>
        <translation>Das Modell {0} wird gerade von einem anderen Fenster oder Befehl installiert: Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): make room, or check the folder.</source>
        <translation>{0} lässt sich nicht schreiben ({1}): Schaffen Sie Platz, oder prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>The model “{0}” is not installed, so it cannot be removed.</source>
        <translation>Das Modell „{0}“ ist nicht installiert und lässt sich daher nicht entfernen.</translation>
    </message>
    <message>
        <source>The model {0} ships with the program and cannot be removed.</source>
        <translation>Das Modell {0} ist im Programm enthalten und lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>{0} is not published in a form that runs here; make it on this machine with `imsearch models export {1}` (it needs the extra [export]).</source>
        <translation>{0} ist nicht in einer Form veröffentlicht, die hier läuft: Erzeugen Sie das Modell auf diesem Computer mit `imsearch models export {1}` (dazu ist das Extra [export] nötig).</translation>
    </message>
    <message>
        <source>The description of the model {0} does not say where its files come from.</source>
        <translation>Die Beschreibung des Modells {0} sagt nicht, woher die Dateien kommen.</translation>
    </message>
    <message>
        <source>{0} is for research only ({1}): read the licence, then install it with --accept-terms.</source>
        <translation>{0} ist nur für Forschung bestimmt ({1}): Lesen Sie die Lizenz, und installieren Sie das Modell dann mit --accept-terms.</translation>
    </message>
    <message>
        <source>{0} is given out under terms that you have to accept ({1}): read the licence, then install it with --accept-terms.</source>
        <translation>{0} wird unter Bedingungen herausgegeben, denen Sie zustimmen müssen ({1}): Lesen Sie die Lizenz, und installieren Sie das Modell dann mit --accept-terms.</translation>
    </message>
    <message>
        <source>The model needs {0} on the disk of {1}, where {2} are free: make room, then install it again.</source>
        <translation>Das Modell benötigt {0} auf dem Datenträger von {1}, frei sind dort {2}: Schaffen Sie Platz, und installieren Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The hub&apos;s {0} has {1} bytes instead of {2}, so it is not the file that the catalogue describes, and was not fetched.</source>
        <translation>{0} hat im Hub {1} Byte statt {2}; das ist nicht die Datei, die der Katalog beschreibt, und sie wurde daher nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>{0} came in with another content than the catalogue names (SHA-256), so it was deleted: install the model again, and do not trust that source if it happens again.</source>
        <translation>{0} kam mit einem anderen Inhalt an, als der Katalog nennt (SHA-256), und wurde daher gelöscht: Installieren Sie das Modell erneut, und trauen Sie dieser Quelle nicht, wenn das wieder geschieht.</translation>
    </message>
    <message>
        <source>{0} came in with another content than the hub names (SHA-256), so it was deleted: install the model again, and do not trust that source if it happens again.</source>
        <translation>{0} kam mit einem anderen Inhalt an, als der Hub nennt (SHA-256), und wurde daher gelöscht: Installieren Sie das Modell erneut, und trauen Sie dieser Quelle nicht, wenn das wieder geschieht.</translation>
    </message>
    <message>
        <source>{0} has no input {1!r}: name one of {2}.</source>
        <translation>{0} hat keinen Eingang {1!r}: Nennen Sie einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>{0} takes {1} pictures at once, and this program gives one: export it with a free batch size.</source>
        <translation>{0} nimmt {1} Bilder auf einmal, und dieses Programm übergibt eines: Exportieren Sie das Modell mit freier Batchgröße.</translation>
    </message>
    <message>
        <source>{0} takes no pictures of three channels, so none in colour: it is of no use here.</source>
        <translation>{0} nimmt keine Bilder mit drei Kanälen, also keine farbigen, und ist hier daher nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>{0} takes pictures with a side of {1} pixels, and 1 to {2} make sense.</source>
        <translation>{0} nimmt Bilder mit einer Seite von {1} Pixeln; sinnvoll sind 1 bis {2}.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of any x {1} pixels: leave the size as it is.</source>
        <translation>{0} nimmt nur Bilder mit beliebig x {1} Pixeln: Lassen Sie die Größe, wie sie ist.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of {1} x any pixels: leave the size as it is.</source>
        <translation>{0} nimmt nur Bilder mit {1} x beliebig Pixeln: Lassen Sie die Größe, wie sie ist.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of {1} x {2} pixels: leave the size as it is.</source>
        <translation>{0} nimmt nur Bilder mit {1} x {2} Pixeln: Lassen Sie die Größe, wie sie ist.</translation>
    </message>
    <message>
        <source>{0} takes words and no picture: it is the text half of a model; import the half for pictures, and name this one with --text.</source>
        <translation>{0} nimmt Wörter und kein Bild: Es ist die Texthälfte eines Modells; importieren Sie die Hälfte für Bilder, und geben Sie diese hier mit --text an.</translation>
    </message>
    <message>
        <source>{0} takes nothing in, so no picture either: it is of no use here.</source>
        <translation>{0} nimmt nichts entgegen, also auch kein Bild, und ist hier daher nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>{0} takes no picture: a picture has four dimensions, and its inputs are {1}.</source>
        <translation>{0} nimmt kein Bild: Ein Bild hat vier Dimensionen, und die Eingänge sind {1}.</translation>
    </message>
    <message>
        <source>{0} takes words and a picture together ({1}): import the half for pictures, often called vision_model.onnx or visual/model.onnx.</source>
        <translation>{0} nimmt Wörter und ein Bild zusammen ({1}): Importieren Sie die Hälfte für Bilder; sie heißt oft vision_model.onnx oder visual/model.onnx.</translation>
    </message>
    <message>
        <source>{0} does not take one picture as its only input, but {1}: export it so that a picture is all it needs.</source>
        <translation>{0} hat nicht ein Bild als einzigen Eingang, sondern {1}: Exportieren Sie das Modell so, dass ein Bild genügt.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as numbers of 16 bits, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nimmt Bilder als Zahlen mit 16 Bit, und dieses Programm liefert Zahlen mit 32 Bit: Exportieren Sie das Modell mit einem float32-Eingang.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as numbers of 64 bits, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nimmt Bilder als Zahlen mit 64 Bit, und dieses Programm liefert Zahlen mit 32 Bit: Exportieren Sie das Modell mit einem float32-Eingang.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as bytes, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nimmt Bilder als Bytes, und dieses Programm liefert Zahlen mit 32 Bit: Exportieren Sie das Modell mit einem float32-Eingang.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as {1}, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nimmt Bilder als {1}, und dieses Programm liefert Zahlen mit 32 Bit: Exportieren Sie das Modell mit einem float32-Eingang.</translation>
    </message>
    <message>
        <source>pooling {0!r} does not fit an output of shape {1}</source>
        <translation>das Pooling {0!r} passt nicht zu einem Ausgang der Form {1}</translation>
    </message>
    <message>
        <source>The installed program cannot make models: do it with the Python package (pip install &apos;imsearch-gui[export]&apos;), then import the folder here.</source>
        <translation>Das installierte Programm kann keine Modelle erzeugen: Verwenden Sie dafür das Python-Paket (pip install &apos;imsearch-gui[export]&apos;), und importieren Sie den Ordner dann hier.</translation>
    </message>
    <message>
        <source>Making a model needs {0}: pip install &apos;imsearch-gui[export]&apos; (on Linux a CPU build of PyTorch first, unless you have a use for the other one).</source>
        <translation>Das Erzeugen eines Modells erfordert {0}: pip install &apos;imsearch-gui[export]&apos; (unter Linux zuerst einen CPU-Build von PyTorch, sofern Sie den anderen nicht brauchen).</translation>
    </message>
    <message>
        <source>{0} is not empty: name a folder that is, or one that is not there yet.</source>
        <translation>{0} ist nicht leer: Geben Sie einen leeren Ordner an, oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>status {0}</source>
        <translation>Status {0}</translation>
    </message>
    <message>
        <source>The recipe broke off ({0}): it may be out of memory, or not made for this model.</source>
        <translation>Die Erzeugung brach ab ({0}): Vielleicht reichte der Arbeitsspeicher nicht, oder das Rezept passt nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>{0} is no ONNX model that runs here: {1}</source>
        <translation>{0} ist kein ONNX-Modell, das hier läuft: {1}</translation>
    </message>
    <message>
        <source>{0} was asked for {1}, and {2} came: its libraries are missing.</source>
        <translation>{0} wurde für {1} verlangt, stattdessen lief {2}: Die Programmbibliotheken dafür fehlen.</translation>
    </message>
    <message>
        <source>its metadata ({0})</source>
        <translation>Metadaten ({0})</translation>
    </message>
    <message>
        <source>{0} lies beside the graph but cannot be read, so it was left aside.</source>
        <translation>{0} liegt neben dem Graphen, ist aber nicht lesbar und bleibt daher unbeachtet.</translation>
    </message>
    <message>
        <source>There pictures keep their shape; here the square in the middle is taken.</source>
        <translation>Dort behalten Bilder ihre Form; hier wird das Quadrat in der Mitte verwendet.</translation>
    </message>
    <message>
        <source>There pictures are squashed to {0} x {1} before the middle is cut out; here they keep their shape.</source>
        <translation>Dort werden Bilder auf {0} x {1} gestaucht, bevor die Mitte ausgeschnitten wird; hier behalten sie ihre Form.</translation>
    </message>
    <message>
        <source>what it says cannot be read</source>
        <translation>der Inhalt ist nicht lesbar</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>die Datei ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>it is damaged, or no ONNX file at all</source>
        <translation>die Datei ist beschädigt oder gar keine ONNX-Datei</translation>
    </message>
    <message>
        <source>it ends too early, so its download or export was not finished</source>
        <translation>die Datei endet zu früh, Download oder Export wurde also nicht abgeschlossen</translation>
    </message>
    <message>
        <source>it says more than any model does</source>
        <translation>die Datei enthält mehr Angaben als jedes Modell</translation>
    </message>
    <message>
        <source>There is a model {0!r} already: remove it first, or choose another id.</source>
        <translation>Es gibt schon ein Modell {0!r}: Entfernen Sie es zuerst, oder wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
        <source>The model {0} cannot be written to {1} ({2}): make room, or check the folder.</source>
        <translation>Das Modell {0} lässt sich nicht nach {1} schreiben ({2}): Schaffen Sie Platz, oder prüfen Sie den Ordner.</translation>
    </message>
    <message>
        <source>The model in {0} cannot be removed ({1}).</source>
        <translation>Das Modell in {0} lässt sich nicht entfernen ({1}).</translation>
    </message>
    <message>
        <source>what is known of it cannot be read ({0})</source>
        <translation>die Angaben dazu sind nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>its file is gone or damaged; make it again with `imsearch models quantise`</source>
        <translation>die Datei fehlt oder ist beschädigt; erzeugen Sie sie erneut mit `imsearch models quantise`</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>er ist viel zu groß</translation>
    </message>
    <message>
        <source>The library was indexed with the 8-bit form of {0}, and that is gone or damaged: make it again with `imsearch models quantise {1}`.</source>
        <translation>Die Bibliothek wurde mit der 8-Bit-Form von {0} indiziert, und diese fehlt oder ist beschädigt: Erzeugen Sie sie erneut mit `imsearch models quantise {1}`.</translation>
    </message>
    <message>
        <source>The catalogue has no model {0!r}: it has none; a file of your own is imported with `imsearch models import FILE`.</source>
        <translation>Der Katalog enthält kein Modell {0!r}: Er ist leer; eine eigene Datei importieren Sie mit `imsearch models import FILE`.</translation>
    </message>
    <message>
        <source>The catalogue has no model {0!r}: it has {1}; a file of your own is imported with `imsearch models import FILE`.</source>
        <translation>Der Katalog enthält kein Modell {0!r}, sondern: {1}; eine eigene Datei importieren Sie mit `imsearch models import FILE`.</translation>
    </message>
    <message>
        <source>The model {0} is not installed: `imsearch models install {0}`, or Models… in the window&apos;s menu.</source>
        <translation>Das Modell {0} ist nicht installiert: `imsearch models install {0}`, oder Modelle… im Menü des Fensters.</translation>
    </message>
    <message>
        <source>There is no model {0!r}: use one of {1}, or the folder of a model (models/README.md).</source>
        <translation>Es gibt kein Modell {0!r}: Verwenden Sie eines von diesen ({1}), oder den Ordner eines Modells (models/README.md).</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>{0}: the file {1} is missing; install the model again.</source>
        <translation>{0}: Die Datei {1} fehlt; installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The folder {0} holds no model.toml and more than one ONNX file: write a description for it (models/README.md).</source>
        <translation>Der Ordner {0} enthält keine model.toml und mehr als eine ONNX-Datei: Schreiben Sie eine Beschreibung dafür (models/README.md).</translation>
    </message>
    <message>
        <source>The folder {0} holds no model.toml and no ONNX file: write a description for it (models/README.md).</source>
        <translation>Der Ordner {0} enthält keine model.toml und keine ONNX-Datei: Schreiben Sie eine Beschreibung dafür (models/README.md).</translation>
    </message>
    <message>
        <source>The model file {0} cannot be read: {1}.</source>
        <translation>Die Modelldatei {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>{0} has {1} bytes instead of {2}: install the model again.</source>
        <translation>{0} hat {1} Byte statt {2}: Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>{0} is not the file that its description names (SHA-256): install the model again.</source>
        <translation>{0} ist nicht die Datei, die die Beschreibung nennt (SHA-256): Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The model {0} knows pictures, not words: install one that takes words, such as CLIP.</source>
        <translation>Das Modell {0} kennt Bilder, keine Wörter: Installieren Sie eines, das Wörter versteht, etwa CLIP.</translation>
    </message>
    <message>
        <source>There are no words to search for: type some.</source>
        <translation>Es gibt keine Wörter, nach denen sich suchen ließe: Geben Sie welche ein.</translation>
    </message>
    <message>
        <source>The description of the text tower of the model {0} is wrong: {1}.</source>
        <translation>Die Beschreibung des Textturms im Modell {0} ist falsch: {1}.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} does not know the token {1} or takes fewer than {2} of them: its tokenizer or its text.length belongs to another model.</source>
        <translation>Der Textturm des Modells {0} kennt das Token {1} nicht oder nimmt weniger als {2} Token: Der Tokenizer oder text.length gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} vectors for {2} tokens, so it cannot be pooled by {3!r}: correct its model.toml.</source>
        <translation>Der Textturm des Modells {0} liefert {1} Vektoren für {2} Token und lässt sich daher nicht mit {3!r} poolen: Korrigieren Sie die model.toml.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} vectors for one text: correct its model.toml.</source>
        <translation>Der Textturm des Modells {0} liefert {1} Vektoren für einen einzigen Text: Korrigieren Sie die model.toml.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} numbers where its pictures have {2}: correct its model.toml.</source>
        <translation>Der Textturm des Modells {0} liefert {1} Zahlen, bei Bildern sind es aber {2}: Korrigieren Sie die model.toml.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gave a vector that is not finite for these words.</source>
        <translation>Der Textturm des Modells {0} lieferte für diese Wörter einen Vektor, der nicht endlich ist.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} also wants {1}: name its attention mask (text.mask) in its model.toml, or export it with no other inputs than tokens and mask.</source>
        <translation>Der Textturm des Modells {0} verlangt auch {1}: Nennen Sie in der model.toml die Aufmerksamkeitsmaske (text.mask), oder exportieren Sie ihn mit Token und Maske als einzigen Eingängen.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} takes exactly {1} tokens: set text.length = {1} and text.pad_to_length = true in its model.toml.</source>
        <translation>Der Textturm des Modells {0} nimmt genau {1} Token: Setzen Sie in der model.toml text.length = {1} und text.pad_to_length = true.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has no input {1!r}: name one of {2} in its model.toml.</source>
        <translation>Der Textturm des Modells {0} hat keinen Eingang {1!r}: Nennen Sie in der model.toml einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>The input “{0}” of the text tower of the model {1} takes no tokens ({2}): name another in its model.toml.</source>
        <translation>Der Eingang „{0}“ im Textturm des Modells {1} nimmt keine Token ({2}): Nennen Sie in der model.toml einen anderen.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has several outputs: name one of {1} in its model.toml.</source>
        <translation>Der Textturm des Modells {0} hat mehrere Ausgänge: Nennen Sie in der model.toml einen von diesen ({1}).</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has no output {1!r}: name one of {2} in its model.toml.</source>
        <translation>Der Textturm des Modells {0} hat keinen Ausgang {1!r}: Nennen Sie in der model.toml einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>The tokenizer of the model cannot be used ({0}): install the model again.</source>
        <translation>Der Tokenizer des Modells ist nicht brauchbar ({0}): Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The tokenizer of the model fails on these words ({0}): install the model again.</source>
        <translation>Der Tokenizer des Modells scheitert an diesen Wörtern ({0}): Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The tokenizer cannot be written to {0}: {1}.</source>
        <translation>Der Tokenizer lässt sich nicht nach {0} schreiben: {1}.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} is not CLIP&apos;s: it has no {1}; take the tokenizer.json of the model instead.</source>
        <translation>Das Vokabular in {0} ist nicht das von CLIP: Es enthält {1} nicht; nehmen Sie stattdessen die tokenizer.json des Modells.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} does not fit its pairs ({1}): fetch both from the same model.</source>
        <translation>Das Vokabular in {0} passt nicht zu den Paaren ({1}): Laden Sie beides vom selben Modell herunter.</translation>
    </message>
    <message>
        <source>The tokenizer {0} cannot be read ({1}): install the model again.</source>
        <translation>Der Tokenizer {0} ist nicht lesbar ({1}): Installieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} cannot be read ({1} holds no table): fetch it again.</source>
        <translation>Das Vokabular in {0} ist nicht lesbar ({1} enthält keine Tabelle): Laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} cannot be read ({1}): fetch it again.</source>
        <translation>Das Vokabular in {0} ist nicht lesbar ({1}): Laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>There is no tokenizer in {0}: name a folder that holds a {1}, or CLIP&apos;s {2} and {3}, or its {4}.</source>
        <translation>In {0} ist kein Tokenizer: Geben Sie einen Ordner an, der {1} enthält, oder {2} und {3} von CLIP, oder {4} von CLIP.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: it gives no fractions, but {1}.</source>
        <translation>{0} hat keinen Ausgang, der ein Vektor sein könnte: Geliefert werden keine Kommazahlen, sondern {1}.</translation>
    </message>
    <message>
        <source>{0} fails on a picture of {1} pixels, so it may want another size ({2}).</source>
        <translation>{0} scheitert an einem Bild mit {1} Pixeln und verlangt vielleicht eine andere Größe ({2}).</translation>
    </message>
    <message>
        <source>{0} gives nothing but zeros for a picture: choose another output.</source>
        <translation>{0} liefert für ein Bild nichts als Nullen: Wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>{0} gives the same vector for every picture: choose another output.</source>
        <translation>{0} liefert für jedes Bild denselben Vektor: Wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>{0} needs the operator {1}, which this program does not have in that form: export it for a common version of ONNX (opset 17), in float32 or int8.</source>
        <translation>{0} benötigt den Operator {1}, den dieses Programm in dieser Form nicht hat: Exportieren Sie das Modell für eine gängige ONNX-Version (opset 17), in float32 oder int8.</translation>
    </message>
    <message>
        <source>{0} is damaged, or was made for another program ({1}).</source>
        <translation>{0} ist beschädigt oder wurde für ein anderes Programm erzeugt ({1}).</translation>
    </message>
    <message>
        <source>{0} gives another vector for its reference picture than the one that came with it (cosine {1}): it is damaged, or described wrongly.</source>
        <translation>{0} liefert für das Referenzbild einen anderen Vektor als den mitgelieferten (Kosinus {1}): Das Modell ist beschädigt oder falsch beschrieben.</translation>
    </message>
    <message>
        <source>{0} gives no vector that way: {1}; choose another pooling or output.</source>
        <translation>{0} liefert so keinen Vektor: {1}; wählen Sie ein anderes Pooling oder einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>{0} gives {1} numbers for a picture of {2} x {3} pixels where 1 x {4} were expected: correct the size, the output or the pooling.</source>
        <translation>{0} liefert {1} Zahlen für ein Bild mit {2} x {3} Pixeln, erwartet waren 1 x {4}: Korrigieren Sie die Größe, den Ausgang oder das Pooling.</translation>
    </message>
    <message numerus="yes">
        <source>{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other token(s): correct the patches in its description.</source>
        <translation>
            <numerusform>{0} liefert {1} Zahlen für die Patches; das sind nicht {2} x {3} Patches nach %Ln weiterem Token: Korrigieren Sie die Patches in der Beschreibung.</numerusform>
            <numerusform>{0} liefert {1} Zahlen für die Patches; das sind nicht {2} x {3} Patches nach %Ln weiteren Token: Korrigieren Sie die Patches in der Beschreibung.</numerusform>
        </translation>
    </message>
    <message>
        <source>The graph of {0} has several inputs: name one of {1}.</source>
        <translation>Der Graph von {0} hat mehrere Eingänge: Nennen Sie einen von diesen ({1}).</translation>
    </message>
    <message>
        <source>The graph of {0} has several outputs: name one of {1}.</source>
        <translation>Der Graph von {0} hat mehrere Ausgänge: Nennen Sie einen von diesen ({1}).</translation>
    </message>
    <message>
        <source>The graph of {0} has no input {1!r}: name one of {2}.</source>
        <translation>Der Graph von {0} hat keinen Eingang {1!r}: Nennen Sie einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>The graph of {0} has no output {1!r}: name one of {2}.</source>
        <translation>Der Graph von {0} hat keinen Ausgang {1!r}: Nennen Sie einen von diesen ({2}).</translation>
    </message>
    <message>
        <source>{0} is chosen in the settings but cannot be had on this computer: the processor is used.</source>
        <translation>{0} ist in den Einstellungen gewählt, auf diesem Computer aber nicht verfügbar: Verwendet wird der Prozessor.</translation>
    </message>
    <message>
        <source>{0} cannot run this model, so the processor is used ({1})</source>
        <translation>{0} kann dieses Modell nicht ausführen, daher wird der Prozessor verwendet ({1})</translation>
    </message>
    <message>
        <source>{0} gives no sound vectors with this model, so the processor is used; update its driver.</source>
        <translation>{0} liefert mit diesem Modell keine brauchbaren Vektoren, daher wird der Prozessor verwendet; aktualisieren Sie den Treiber.</translation>
    </message>
    <message>
        <source>{0} gives other vectors than the processor (cosine {1}), so the processor is used; update its driver.</source>
        <translation>{0} liefert andere Vektoren als der Prozessor (Kosinus {1}), daher wird der Prozessor verwendet; aktualisieren Sie den Treiber.</translation>
    </message>
    <message>
        <source>The model {0} came without a reference picture, so it cannot be verified.</source>
        <translation>Das Modell {0} kam ohne Referenzbild und lässt sich daher nicht überprüfen.</translation>
    </message>
    <message>
        <source>The reference of the model {0} cannot be read: {1}.</source>
        <translation>Die Referenz des Modells {0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The reference of the model {0} is no picture and vector of its sizes.</source>
        <translation>Die Referenz des Modells {0} besteht nicht aus Bild und Vektor in der passenden Größe.</translation>
    </message>
    <message>
        <source>There is no tokenizer.json in {0}, without which {1} takes no words: name it with --tokenizer.</source>
        <translation>In {0} ist keine tokenizer.json, ohne die {1} keine Wörter versteht: Geben Sie sie mit --tokenizer an.</translation>
    </message>
    <message>
        <source>The tokenizer {0} is far too large to be one.</source>
        <translation>Der Tokenizer {0} ist viel zu groß, um einer zu sein.</translation>
    </message>
    <message>
        <source>The tokenizer {0} cannot be read ({1}).</source>
        <translation>Der Tokenizer {0} ist nicht lesbar ({1}).</translation>
    </message>
    <message>
        <source>{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes nothing.</source>
        <translation>{0} nimmt Wörter nicht so, wie ein Textturm es tut, als Token und vielleicht deren Maske: Es gibt keine Eingänge.</translation>
    </message>
    <message>
        <source>{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes {1}.</source>
        <translation>{0} nimmt Wörter nicht so, wie ein Textturm es tut, als Token und vielleicht deren Maske: Die Eingänge sind {1}.</translation>
    </message>
    <message>
        <source>{0} gives no vector of {1} numbers as the pictures do, but {2}: it belongs to another model.</source>
        <translation>{0} liefert keinen Vektor mit {1} Zahlen wie bei den Bildern, sondern {2}: Die Datei gehört zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>The tokenizer for {0} is not a tokenizer.json: {1}.</source>
        <translation>Der Tokenizer für {0} ist keine tokenizer.json: {1}.</translation>
    </message>
    <message>
        <source>The tokenizer for {0} is not a tokenizer.json of the library `tokenizers`.</source>
        <translation>Der Tokenizer für {0} ist keine tokenizer.json der Programmbibliothek `tokenizers`.</translation>
    </message>
    <message>
        <source>{0} could not be fetched: the server answered {1}; save the picture and drop the file.</source>
        <translation>{0} ließ sich nicht laden, der Server antwortete mit {1}: Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} took too long to come: save the picture and drop the file.</source>
        <translation>{0} brauchte zu lange: Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): save the picture and drop the file.</source>
        <translation>{0} ließ sich nicht laden ({1}): Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} leads in circles: save the picture and drop the file.</source>
        <translation>{0} führt im Kreis: Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} is no address of a picture on the web: only http and https are fetched.</source>
        <translation>{0} ist keine Adresse eines Bildes im Web: Geladen wird nur über http und https.</translation>
    </message>
    <message>
        <source>{0} is larger than {1:.3g} MB: save the picture and drop the file.</source>
        <translation>{0} ist größer als {1:.3g} MB: Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} could not be fetched (the connection broke off): save the picture and drop the file.</source>
        <translation>{0} ließ sich nicht laden (die Verbindung brach ab): Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>{0} lies on this machine or in the local network, which a web page may not ask for: save the picture and drop the file.</source>
        <translation>{0} liegt auf diesem Computer oder im lokalen Netzwerk, worauf eine Webseite nicht zugreifen darf: Speichern Sie das Bild, und legen Sie die Datei ab.</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>The folder {0} vanished while it was looked through: is its disk still connected?</source>
        <translation>Der Ordner {0} verschwand, während er durchgesehen wurde: Ist sein Datenträger noch verbunden?</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read ({1}): is it there, and may you open it?</source>
        <translation>Der Ordner {0} ist nicht lesbar ({1}): Ist er da, und dürfen Sie ihn öffnen?</translation>
    </message>
    <message>
        <source>A library needs a name: type one.</source>
        <translation>Eine Bibliothek braucht einen Namen: Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>{0} is no folder of the library {1}: see which it has.</source>
        <translation>{0} ist kein Ordner der Bibliothek {1}: Sehen Sie nach, welche sie hat.</translation>
    </message>
    <message>
        <source>{0} does not exist or is no folder: choose where {1} is now.</source>
        <translation>{0} existiert nicht oder ist kein Ordner: Wählen Sie, wo {1} jetzt ist.</translation>
    </message>
    <message>
        <source>{0} and {1}, which is a folder of this library already, lie one in the other.</source>
        <translation>{0} und {1} liegen ineinander, und der zweite Ordner gehört schon zu dieser Bibliothek.</translation>
    </message>
    <message>
        <source>{0} does not hold what was in {1}: of {2} pictures looked for, {3} are there, and of {4} of these that were read {5} are the same. Choose another folder, or index {0} as a new one.</source>
        <translation>{0} enthält nicht, was in {1} war: Von {2} gesuchten Bildern sind {3} da, und von {4} davon, die gelesen wurden, sind {5} gleich. Wählen Sie einen anderen Ordner, oder indizieren Sie {0} als neuen.</translation>
    </message>
    <message>
        <source>it lies in that folder already</source>
        <translation>liegt schon in diesem Ordner</translation>
    </message>
    <message>
        <source>it was changed meanwhile, or the disk lost a part of it</source>
        <translation>inzwischen geändert, oder der Datenträger hat einen Teil davon verloren</translation>
    </message>
    <message>
        <source>{0} does not exist or is no folder: choose another one.</source>
        <translation>{0} existiert nicht oder ist kein Ordner: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: choose another folder, or change its permissions.</source>
        <translation>{0} ist nicht beschreibbar: Wählen Sie einen anderen Ordner, oder ändern Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>its name is too long for that disk</source>
        <translation>der Name ist zu lang für diesen Datenträger</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>a hard link must lie on the same disk as its picture</source>
        <translation>ein Hardlink muss auf demselben Datenträger liegen wie das Bild</translation>
    </message>
    <message>
        <source>that disk has no such links</source>
        <translation>dieser Datenträger kennt solche Links nicht</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program and has to be brought up to date, but another window or command is writing to it: wait until that has finished.</source>
        <translation>Die Bibliothek {0} stammt von einer früheren Version des Programms und muss aktualisiert werden, aber ein anderes Fenster oder ein anderer Befehl schreibt gerade hinein: Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program and has to be brought up to date, but it cannot be written: copy it to a place where it can.</source>
        <translation>Die Bibliothek {0} stammt von einer früheren Version des Programms und muss aktualisiert werden, ist aber nicht beschreibbar: Kopieren Sie sie an einen Ort, wo sie es ist.</translation>
    </message>
    <message>
        <source>There is no library in {0}: index a folder into it first.</source>
        <translation>In {0} ist keine Bibliothek: Indizieren Sie zuerst einen Ordner dorthin.</translation>
    </message>
    <message>
        <source>The library {0} was made by a newer version of the program: update the program to open it.</source>
        <translation>Die Bibliothek {0} stammt von einer neueren Version des Programms: Aktualisieren Sie das Programm, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>{0} is the database of another program: choose another folder for the library.</source>
        <translation>{0} ist die Datenbank eines anderen Programms: Wählen Sie einen anderen Ordner für die Bibliothek.</translation>
    </message>
    <message>
        <source>The library {0} cannot be written ({1}): check the disk it is on.</source>
        <translation>Die Bibliothek {0} lässt sich nicht schreiben ({1}): Prüfen Sie den Datenträger, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>Another program is writing to the library {0}: wait until it has finished.</source>
        <translation>Ein anderes Programm schreibt gerade in die Bibliothek {0}: Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The disk of the library {0} fails ({1}): check the disk it is on.</source>
        <translation>Der Datenträger der Bibliothek {0} versagt ({1}): Prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>The catalog of the library {0} is damaged ({1}): bring back a copy or index again.</source>
        <translation>Der Katalog der Bibliothek {0} ist beschädigt ({1}): Stellen Sie eine Kopie wieder her, oder indizieren Sie erneut.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} is full: make room and start again; what was indexed is kept.</source>
        <translation>Der Datenträger mit der Bibliothek {0} ist voll: Schaffen Sie Platz, und beginnen Sie noch einmal; was indiziert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The library {0} cannot be written: choose another place or change its permissions.</source>
        <translation>Die Bibliothek {0} ist nicht beschreibbar: Wählen Sie einen anderen Ort, oder ändern Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>{0} runs in its 8-bit form: {1}.</source>
        <translation>{0} läuft in der 8-Bit-Form: {1}.</translation>
    </message>
    <message>
        <source>{0} times as fast as the full one, and its vectors agree with that to a cosine of {1} ({2} at the lowest)</source>
        <translation>{0}-mal so schnell wie die volle Form, und der Kosinus zu deren Vektoren beträgt {1} (im Minimum {2})</translation>
    </message>
    <message>
        <source>The folder {0} does not exist or is no folder: check the name.</source>
        <translation>Der Ordner {0} existiert nicht oder ist kein Ordner: Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>The folder {0} has vanished while it was indexed (an unplugged disk?): what was indexed is kept; connect it and start again.</source>
        <translation>Der Ordner {0} verschwand, während er indiziert wurde (ein abgezogener Datenträger?): Was indiziert wurde, bleibt erhalten; verbinden Sie ihn, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The list of searches in {0} is damaged ({1}), so none of them are shown: it stays as it is until another search is kept there, and is put aside then.</source>
        <translation>Die Liste der Suchen in {0} ist beschädigt ({1}), darum wird keine gezeigt: Sie bleibt, wie sie ist, bis dort eine weitere Suche gespeichert wird, und wird dann beiseitegelegt.</translation>
    </message>
    <message>
        <source>The list of searches in {0} was damaged ({1}): it is kept there as {2}, and a new list was begun.</source>
        <translation>Die Liste der Suchen in {0} war beschädigt ({1}): Sie ist dort als {2} aufbewahrt, und eine neue Liste wurde begonnen.</translation>
    </message>
    <message>
        <source>The searches in {0} were kept by a newer version of the program: update the program to use them.</source>
        <translation>Die Suchen in {0} wurden von einer neueren Version des Programms gespeichert: Aktualisieren Sie das Programm, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>The searches in {0} are just being changed by another window or command: try again in a moment.</source>
        <translation>Die Suchen in {0} werden gerade von einem anderen Fenster oder Befehl geändert: Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Searches cannot be kept in {0} ({1}): make room there, or allow writing; nothing else is lost.</source>
        <translation>In {0} lassen sich keine Suchen aufbewahren ({1}): Schaffen Sie dort Platz, oder erlauben Sie das Schreiben; sonst geht nichts verloren.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows {1}): index it with that model first.</source>
        <translation>Diese Bibliothek wurde nicht mit dem Modell {0!r} indiziert (sie kennt {1}): Indizieren Sie sie zuerst mit diesem Modell.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows no model yet): index it with that model first.</source>
        <translation>Diese Bibliothek wurde nicht mit dem Modell {0!r} indiziert (sie kennt noch kein Modell): Indizieren Sie sie zuerst mit diesem Modell.</translation>
    </message>
    <message>
        <source>Not there just now: {0}. What was indexed from it is kept; connect the disk and start again.</source>
        <translation>Gerade nicht da: {0}. Was daraus indiziert wurde, bleibt erhalten; verbinden Sie den Datenträger, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The model {0} did not start within {1:.0f} seconds: try again, or choose a smaller one.</source>
        <translation>Das Modell {0} ist nicht innerhalb von {1:.0f} Sekunden gestartet: Versuchen Sie es noch einmal, oder wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>The model {0} brought its process down when it was loaded (exit code {1}): verify it, or choose another.</source>
        <translation>Das Modell {0} hat beim Laden seinen Prozess zum Absturz gebracht (Exit-Code {1}): Überprüfen Sie es, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This library has no vectors of the model {0}: see which models it has.</source>
        <translation>Diese Bibliothek hat keine Vektoren des Modells {0}: Sehen Sie nach, welche Modelle sie hat.</translation>
    </message>
    <message>
        <source>{0} is the only model of this library, which could not be searched without it: delete the library instead, or index its folders with another model first.</source>
        <translation>{0} ist das einzige Modell dieser Bibliothek, die sich ohne dieses nicht durchsuchen ließe: Löschen Sie stattdessen die Bibliothek, oder indizieren Sie die Ordner zuerst mit einem anderen Modell.</translation>
    </message>
    <message>
        <source>The library {0} is being indexed by another window or command: wait until that has finished.</source>
        <translation>Die Bibliothek {0} wird gerade von einem anderen Fenster oder Befehl indiziert: Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>The vector file became shorter while it was read: close what changed it, and index again.</source>
        <translation>Die Vektordatei wurde kürzer, während sie gelesen wurde: Schließen Sie, was sie geändert hat, und indizieren Sie erneut.</translation>
    </message>
    <message>
        <source>The vectors of this library hold what is no number, so they were damaged: index its folders again.</source>
        <translation>Die Vektoren dieser Bibliothek enthalten etwas, das keine Zahl ist, sie sind also beschädigt: Indizieren Sie die Ordner erneut.</translation>
    </message>
    <message>
        <source>The vectors of this library cannot be read ({0}): index its folders again.</source>
        <translation>Die Vektoren dieser Bibliothek sind nicht lesbar ({0}): Indizieren Sie die Ordner erneut.</translation>
    </message>
    <message>
        <source>The vector file {0} is shorter than the catalog says, so it was damaged: index the folders again.</source>
        <translation>Die Vektordatei {0} ist kürzer, als der Katalog angibt, und wurde also beschädigt: Indizieren Sie die Ordner erneut.</translation>
    </message>
    <message>
        <source>The examples cancel each other out, so nothing is left to look for: take one of them away.</source>
        <translation>Die Beispiele heben einander auf, sodass nichts zu suchen übrig bleibt: Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>The vectors of this library cannot be read: check the disk, or index its folders again.</source>
        <translation>Die Vektoren dieser Bibliothek sind nicht lesbar: Prüfen Sie den Datenträger, oder indizieren Sie die Ordner erneut.</translation>
    </message>
    <message>
        <source>Say what to look for, too: a query needs at least one example that matches should be like.</source>
        <translation>Geben Sie auch an, wonach gesucht werden soll: Eine Suchanfrage braucht mindestens ein Beispiel, dem die Treffer ähneln sollen.</translation>
    </message>
    <message>
        <source>Ask for at least one match.</source>
        <translation>Verlangen Sie mindestens einen Treffer.</translation>
    </message>
    <message>
        <source>The library {0} has no images yet: index a folder first.</source>
        <translation>Die Bibliothek {0} hat noch keine Bilder: Indizieren Sie zuerst einen Ordner.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows {1}): index it with that model first, or search with one it knows.</source>
        <translation>Diese Bibliothek wurde nicht mit dem Modell {0!r} indiziert (sie kennt {1}): Indizieren Sie sie zuerst mit diesem Modell, oder suchen Sie mit einem, das sie kennt.</translation>
    </message>
    <message>
        <source>The model {0} is not the version that this library was indexed with, so its vectors do not compare: index the folders again with it.</source>
        <translation>Das Modell {0} ist nicht die Version, mit der diese Bibliothek indiziert wurde, daher sind die Vektoren nicht vergleichbar: Indizieren Sie die Ordner erneut damit.</translation>
    </message>
    <message>
        <source>The model {0} knows pictures, not words: install one that takes words, such as CLIP, and index the folders with it.</source>
        <translation>Das Modell {0} kennt Bilder, keine Wörter: Installieren Sie eines, das Wörter versteht, etwa CLIP, und indizieren Sie die Ordner damit.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln picture(s) are not opened at once: select fewer.</source>
        <translation>
            <numerusform>Mehr als %Ln Bild wird nicht auf einmal geöffnet: Wählen Sie weniger aus.</numerusform>
            <numerusform>Mehr als %Ln Bilder werden nicht auf einmal geöffnet: Wählen Sie weniger aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln picture(s) at once</source>
        <translation>
            <numerusform>Höchstens %Ln Bild auf einmal</numerusform>
            <numerusform>Höchstens %Ln Bilder auf einmal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label for %Ln picture(s):</source>
        <translation>
            <numerusform>Schlagwort für %Ln Bild:</numerusform>
            <numerusform>Schlagwort für %Ln Bilder:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder for %Ln picture(s)</source>
        <translation>
            <numerusform>Ordner für %Ln Bild</numerusform>
            <numerusform>Ordner für %Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln picture(s) to the trash?</source>
        <translation>
            <numerusform>%Ln Bild in den Papierkorb verschieben?</numerusform>
            <numerusform>%Ln Bilder in den Papierkorb verschieben?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are selected</source>
        <translation>
            <numerusform>%Ln Bild ausgewählt</numerusform>
            <numerusform>%Ln Bilder ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are selected, {0} in all</source>
        <translation>
            <numerusform>%Ln Bild ausgewählt, {0}</numerusform>
            <numerusform>%Ln Bilder ausgewählt, zusammen {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>what a button does, and to what</comment>
        <translation>{0}: {1}</translation>
    </message>
    <message numerus="yes">
        <source>This has been said %Ln time(s)</source>
        <translation>
            <numerusform>Das wurde %Ln-mal gemeldet</numerusform>
            <numerusform>Das wurde %Ln-mal gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What looks like it among %Ln picture(s) is shown here, best first.</source>
        <translation>
            <numerusform>Was ihm unter %Ln Bild ähnlich sieht, erscheint hier, Bestes zuerst.</numerusform>
            <numerusform>Was ihm unter %Ln Bildern ähnlich sieht, erscheint hier, Bestes zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln picture(s)</source>
        <translation>
            <numerusform>{0} von %Ln Bild</numerusform>
            <numerusform>{0} von %Ln Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped: show why</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln übersprungen: Grund anzeigen</numerusform>
            <numerusform>%Ln übersprungen: Gründe anzeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}.</source>
        <translation>
            <numerusform>%Ln Bild aus „{0}“ in die Bibliothek „{1}“, mit dem Modell {2}.</numerusform>
            <numerusform>%Ln Bilder aus „{0}“ in die Bibliothek „{1}“, mit dem Modell {2}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}, in about {3}.</source>
        <translation>
            <numerusform>%Ln Bild aus „{0}“ in die Bibliothek „{1}“, mit dem Modell {2}, Dauer etwa {3}.</numerusform>
            <numerusform>%Ln Bilder aus „{0}“ in die Bibliothek „{1}“, mit dem Modell {2}, Dauer etwa {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A classic of classification, pooled to 2048 numbers: a baseline for everything newer.</source>
        <translation>Ein Klassiker der Klassifikation, auf 2048 Zahlen gepoolt: eine Vergleichsgrundlage für alles Neuere.</translation>
    </message>
    <message>
        <source>A small CLIP that knows much; for research only.</source>
        <translation>Ein kleines CLIP, das viel kennt; nur für Forschung.</translation>
    </message>
    <message>
        <source>As CLIP, trained on two thousand million pictures of the web: the model of the course, and the default of its vector database.</source>
        <translation>Wie CLIP, mit zwei Milliarden Bildern aus dem Web trainiert: das Modell aus dem Kurs und der Standard der zugehörigen Vektordatenbank.</translation>
    </message>
    <message>
        <source>Colour, layout, edges and texture, without any learning: quick, and good where colours and patterns decide.</source>
        <translation>Farbe, Anordnung, Kanten und Textur, ganz ohne Lernen: schnell, und gut, wo Farben und Muster entscheiden.</translation>
    </message>
    <message>
        <source>Compares pictures pixel by pixel at 64 × 64: finds near copies, and is the baseline that others have to beat.</source>
        <translation>Vergleicht Bilder Pixel für Pixel bei 64 × 64: findet fast gleiche Kopien und ist die Vergleichsgrundlage, die andere übertreffen müssen.</translation>
    </message>
    <message>
        <source>Everyday things and scenes, with their colours and layout; small and quick.</source>
        <translation>Alltägliche Dinge und Szenen, mit ihren Farben und ihrer Anordnung; klein und schnell.</translation>
    </message>
    <message>
        <source>ImageNet by nearest neighbours, top 1</source>
        <translation>ImageNet über nächste Nachbarn, Top 1</translation>
    </message>
    <message>
        <source>ImageNet without training, top 1</source>
        <translation>ImageNet ohne Training, Top 1</translation>
    </message>
    <message>
        <source>The best of these for words, in many languages, and good for pictures: the one to take where the download does not matter.</source>
        <translation>Das beste von diesen für Wörter, in vielen Sprachen, und gut für Bilder: die Wahl, wenn die Größe des Downloads keine Rolle spielt.</translation>
    </message>
    <message>
        <source>The last feature map of EfficientNet-B7, pooled: 2560 numbers instead of 125,440.</source>
        <translation>Die letzte Merkmalskarte von EfficientNet-B7, gepoolt: 2560 Zahlen statt 125.440.</translation>
    </message>
    <message>
        <source>The last feature map of EfficientNetV2-L, flattened to 62,720 numbers.</source>
        <translation>Die letzte Merkmalskarte von EfficientNetV2-L, zu 62.720 Zahlen aufgereiht.</translation>
    </message>
    <message>
        <source>The last feature map of VGG16, pooled by regions: finds a thing wherever it stands in the picture.</source>
        <translation>Die letzte Merkmalskarte von VGG16, nach Bereichen gepoolt: findet ein Ding, wo immer es im Bild steht.</translation>
    </message>
    <message>
        <source>The network of the course: its last feature map of 7 x 7 x 2560, flattened to 125,440 numbers; heavy in every way.</source>
        <translation>Das Netz aus dem Kurs: die letzte Merkmalskarte mit 7 x 7 x 2560, zu 125.440 Zahlen aufgereiht; in jeder Hinsicht schwer.</translation>
    </message>
    <message>
        <source>The network of the course: its last feature map, flattened, so that place counts as much as content.</source>
        <translation>Das Netz aus dem Kurs: die letzte Merkmalskarte, zu einer Reihe aufgereiht, sodass der Ort so viel zählt wie der Inhalt.</translation>
    </message>
    <message>
        <source>The same object, building or place again, from another side; quick.</source>
        <translation>Dasselbe Objekt, dasselbe Gebäude, derselbe Ort, aus anderem Blickwinkel; schnell.</translation>
    </message>
    <message>
        <source>The same object, building or place again, from another side; the best of these at that.</source>
        <translation>Dasselbe Objekt, dasselbe Gebäude, derselbe Ort, aus anderem Blickwinkel; darin das beste von diesen.</translation>
    </message>
    <message>
        <source>The same object, building or place again: the best for its size, under a licence of its own.</source>
        <translation>Dasselbe Objekt, dasselbe Gebäude, derselbe Ort: das beste für seine Größe, unter einer eigenen Lizenz.</translation>
    </message>
    <message>
        <source>The vision transformer of the course: its class token, trained to tell the thousand kinds of ImageNet apart.</source>
        <translation>Der Vision-Transformer aus dem Kurs: sein Klassentoken, darauf trainiert, die tausend Arten von ImageNet zu unterscheiden.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; half the download, for graphics processors.</source>
        <translation>Dinge, Szenen und Stile, über Bilder oder Wörter; der halbe Download, für Grafikprozessoren.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; in full precision.</source>
        <translation>Dinge, Szenen und Stile, über Bilder oder Wörter; in voller Genauigkeit.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; the quickest CLIP on a processor.</source>
        <translation>Dinge, Szenen und Stile, über Bilder oder Wörter; das schnellste CLIP auf einem Prozessor.</translation>
    </message>
    <message>
        <source>accuracy of the 8-bit weights</source>
        <translation>Treffgenauigkeit der 8-Bit-Gewichte</translation>
    </message>
    <message>
        <source>agreement with the network as it was trained</source>
        <translation>Übereinstimmung mit dem trainierten Netz</translation>
    </message>
    <message>
        <source>begun with</source>
        <translation>begonnen mit</translation>
    </message>
    <message>
        <source>feature map</source>
        <translation>Merkmalskarte</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>gelernt aus</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>name and filling of the text input</source>
        <translation>Name und Auffüllung des Texteingangs</translation>
    </message>
    <message>
        <source>names of inputs and outputs</source>
        <translation>Namen von Eingängen und Ausgängen</translation>
    </message>
    <message>
        <source>names of outputs</source>
        <translation>Namen von Ausgängen</translation>
    </message>
    <message>
        <source>pictures to words, COCO R@1</source>
        <translation>Bilder zu Wörtern, COCO R@1</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>Pooling</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>Vorverarbeitung</translation>
    </message>
    <message>
        <source>same building, Oxford hard mAP</source>
        <translation>gleiches Gebäude, Oxford hard mAP</translation>
    </message>
    <message>
        <source>share of queries answered well in the test of Immich</source>
        <translation>Anteil gut beantworteter Suchanfragen im Test von Immich</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>size of the picture tower</source>
        <translation>Größe des Bildturms</translation>
    </message>
    <message>
        <source>size of the text tower</source>
        <translation>Größe des Textturms</translation>
    </message>
    <message>
        <source>steps of the training</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>token that fills up</source>
        <translation>Token zum Auffüllen</translation>
    </message>
    <message>
        <source>words to pictures, COCO R@1</source>
        <translation>Wörter zu Bildern, COCO R@1</translation>
    </message>
    <message>
        <source>words to pictures, Flickr30k R@1</source>
        <translation>Wörter zu Bildern, Flickr30k R@1</translation>
    </message>
    <message>
        <source>it does not fit the model</source>
        <translation>passt nicht zum Modell</translation>
    </message>
    <message>
        <source>What was learned from the pictures of this library is damaged ({0}): index its folders again.</source>
        <translation>Was aus den Bildern dieser Bibliothek gelernt wurde, ist beschädigt ({0}): Indizieren Sie die Ordner erneut.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} has too little room to clear it up, which takes a copy of its vectors: make room and try again.</source>
        <translation>Auf dem Datenträger mit der Bibliothek {0} ist zu wenig Platz, um sie aufzuräumen; dafür ist eine Kopie ihrer Vektoren nötig: Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog is kept beside it, and the disk has no room for that ({1} MB): make room and open it again; nothing was changed.</source>
        <translation>Die Bibliothek {0} stammt von einer früheren Version des Programms. Bevor sie aktualisiert wird, wird eine Kopie ihres Katalogs daneben aufbewahrt, und dafür ist auf dem Datenträger kein Platz ({1} MB): Schaffen Sie Platz, und öffnen Sie sie noch einmal; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog is kept beside it, which failed ({1}): check its disk and permissions, and open it again; nothing was changed.</source>
        <translation>Die Bibliothek {0} stammt von einer früheren Version des Programms. Bevor sie aktualisiert wird, wird eine Kopie ihres Katalogs daneben aufbewahrt, und das ist misslungen ({1}): Prüfen Sie den Datenträger und die Rechte, und öffnen Sie sie noch einmal; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>The library {0} was moved or deleted while it was written: what was indexed is where it is now; open it there and start again.</source>
        <translation>Die Bibliothek {0} wurde verschoben oder gelöscht, während in sie geschrieben wurde: Was indiziert wurde, ist dort, wo sie jetzt liegt; öffnen Sie sie dort, und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Folders of classes</source>
        <translation>Klassenordner</translation>
    </message>
    <message>
        <source>Table of queries (CSV)</source>
        <translation>Tabelle mit Anfragen (CSV)</translation>
    </message>
    <message>
        <source>Oxford and Paris files</source>
        <translation>Oxford- und Paris-Dateien</translation>
    </message>
    <message>
        <source>Revisited Oxford and Paris (.pkl)</source>
        <translation>Revisited Oxford und Paris (.pkl)</translation>
    </message>
    <message>
        <source>UKBench (groups of four)</source>
        <translation>UKBench (Vierergruppen)</translation>
    </message>
    <message>
        <source>Labels in the library</source>
        <translation>Schlagwörter der Bibliothek</translation>
    </message>
    <message>
        <source>average expansion</source>
        <translation>mittelnde Erweiterung</translation>
    </message>
    <message>
        <source>alpha expansion</source>
        <translation>Alpha-Erweiterung</translation>
    </message>
    <message>
        <source>shared neighbours</source>
        <translation>gemeinsame Nachbarn</translation>
    </message>
    <message>
        <source>geometry checked</source>
        <translation>Geometrie geprüft</translation>
    </message>
    <message>
        <source>plain search</source>
        <translation>einfache Suche</translation>
    </message>
    <message>
        <source>{0} holds vectors of {1} of {2} pictures, so its figures do not compare: index the folders with it again first.</source>
        <translation>{0} hat Vektoren von {1} von {2} Bildern, darum sind seine Werte nicht vergleichbar: Indizieren Sie die Ordner zuerst noch einmal damit.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) could not be asked: that counts as if nothing had come.</source>
        <translation>
            <numerusform>%Ln Anfrage ließ sich nicht stellen: Sie zählt, als wäre nichts gefunden worden.</numerusform>
            <numerusform>%Ln Anfragen ließen sich nicht stellen: Sie zählen, als wäre nichts gefunden worden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln question(s)</source>
        <translation>
            <numerusform>{0} von %Ln Frage</numerusform>
            <numerusform>{0} von %Ln Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Average of the best matches</source>
        <translation>Mittel der besten Treffer</translation>
    </message>
    <message>
        <source>Alpha: by similarity</source>
        <translation>Alpha: nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>{0} is no file that can be read: choose another ground truth.</source>
        <translation>{0} ist keine lesbare Datei: Wählen Sie eine andere Ground Truth.</translation>
    </message>
    <message>
        <source>The ground truth {0} cannot be read ({1}): is it there, and may you open it?</source>
        <translation>Die Ground Truth {0} ist nicht lesbar ({1}): Ist sie vorhanden, und dürfen Sie sie öffnen?</translation>
    </message>
    <message>
        <source>{0} is too large for a ground truth: is it the right file?</source>
        <translation>{0} ist zu groß für eine Ground Truth: Ist es die richtige Datei?</translation>
    </message>
    <message>
        <source>The pictures of this library have no labels and lie in no folders of their own: label some, or choose a file.</source>
        <translation>Die Bilder dieser Bibliothek haben keine Schlagwörter und liegen nicht in eigenen Ordnern: Vergeben Sie Schlagwörter, oder wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>No picture of this library has a label, so the folders in which they lie are taken for classes.</source>
        <translation>Kein Bild dieser Bibliothek hat ein Schlagwort, daher gelten die Ordner, in denen die Bilder liegen, als Klassen.</translation>
    </message>
    <message>
        <source>Each picture asks for the others of its class, and is left out of its own answer.</source>
        <translation>Jedes Bild fragt nach den anderen seiner Klasse und bleibt in der eigenen Antwort außer Betracht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a class will count as wrong answers.</source>
        <translation>
            <numerusform>%Ln Bild ohne Klasse zählt als falsche Antwort.</numerusform>
            <numerusform>%Ln Bilder ohne Klasse zählen als falsche Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures in {0} ask for those in {1}.</source>
        <translation>Die Bilder in {0} fragen nach denen in {1}.</translation>
    </message>
    <message numerus="yes">
        <source>{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.</source>
        <translation>
            <numerusform>{0} enthält mehr als %Ln Datei, ist also keine Ground Truth: Wählen Sie den Ordner der Klassen.</numerusform>
            <numerusform>{0} enthält mehr als %Ln Dateien, ist also keine Ground Truth: Wählen Sie den Ordner der Klassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds no folders with pictures, one for each class: choose the folder above the classes.</source>
        <translation>{0} enthält keine Ordner mit Bildern, einen je Klasse: Wählen Sie den Ordner über den Klassen.</translation>
    </message>
    <message numerus="yes">
        <source>Ignored, since not pictures: %Ln file(s).</source>
        <translation>
            <numerusform>Nicht beachtet, da kein Bild: %Ln Datei.</numerusform>
            <numerusform>Nicht beachtet, da keine Bilder: %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not looked into, since unreadable: %Ln folder(s).</source>
        <translation>
            <numerusform>Nicht durchsucht, da nicht lesbar: %Ln Ordner.</numerusform>
            <numerusform>Nicht durchsucht, da nicht lesbar: %Ln Ordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture of this library has a label: label some, or choose a ground truth.</source>
        <translation>Kein Bild dieser Bibliothek hat ein Schlagwort: Vergeben Sie Schlagwörter, oder wählen Sie eine Ground Truth.</translation>
    </message>
    <message>
        <source>No two pictures of this library share a label: label more, or choose a ground truth.</source>
        <translation>Keine zwei Bilder dieser Bibliothek haben ein Schlagwort gemeinsam: Vergeben Sie weitere, oder wählen Sie eine Ground Truth.</translation>
    </message>
    <message>
        <source>What shares a label with a picture is right for it; each is left out of its own answer.</source>
        <translation>Richtig für ein Bild ist, was ein Schlagwort mit ihm gemeinsam hat; in der eigenen Antwort bleibt jedes Bild außer Betracht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a label will count as wrong answers.</source>
        <translation>
            <numerusform>%Ln Bild ohne Schlagwort zählt als falsche Antwort.</numerusform>
            <numerusform>%Ln Bilder ohne Schlagwort zählen als falsche Antworten.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds no query files (NAME_query.txt) that say a picture and four coordinates: choose the folder that does.</source>
        <translation>{0} enthält keine Anfragedateien (NAME_query.txt), die ein Bild und vier Koordinaten nennen: Wählen Sie den Ordner mit diesen Dateien.</translation>
    </message>
    <message>
        <source>As in the published program, a question&apos;s own picture is one of those that are right.</source>
        <translation>Wie im veröffentlichten Programm gehört das eigene Bild einer Anfrage zu den richtigen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln query file(s) had to be left out: {0}.</source>
        <translation>
            <numerusform>%Ln Anfragedatei musste ausgelassen werden: {0}.</numerusform>
            <numerusform>%Ln Anfragedateien mussten ausgelassen werden: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is no ground truth of the revisited sets ({1}): take the published file, such as gnd_roxford5k.pkl.</source>
        <translation>{0} ist keine Ground Truth der Revisited-Datensätze ({1}): Nehmen Sie die veröffentlichte Datei, etwa gnd_roxford5k.pkl.</translation>
    </message>
    <message>
        <source>No line of {0} can be used ({1}): each needs a query and a relevant picture that are there.</source>
        <translation>Keine Zeile von {0} ist verwendbar ({1}): Jede braucht eine Anfrage und ein relevantes Bild, die vorhanden sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the table had to be left out: {0}.</source>
        <translation>
            <numerusform>%Ln Zeile der Tabelle musste ausgelassen werden: {0}.</numerusform>
            <numerusform>%Ln Zeilen der Tabelle mussten ausgelassen werden: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>several pictures are called {0}</source>
        <translation>mehrere Bilder heißen {0}</translation>
    </message>
    <message>
        <source>there is no picture {0}</source>
        <translation>es gibt kein Bild {0}</translation>
    </message>
    <message>
        <source>line {0} ({1})</source>
        <translation>Zeile {0} ({1})</translation>
    </message>
    <message>
        <source>{0} does not name the columns query and relevant in its first line: add a line that does.</source>
        <translation>{0} nennt in der ersten Zeile nicht die Spalten query und relevant: Fügen Sie eine solche Zeile hinzu.</translation>
    </message>
    <message>
        <source>Line {0} of {1} cannot be read ({2}): is a quotation mark left open?</source>
        <translation>Zeile {0} in {1} ist nicht lesbar ({2}): Wurde ein Anführungszeichen nicht geschlossen?</translation>
    </message>
    <message>
        <source>{0} is not written in UTF-8 (byte {1}): save it as CSV in UTF-8.</source>
        <translation>{0} ist nicht in UTF-8 geschrieben (Byte {1}): Speichern Sie die Datei als CSV in UTF-8.</translation>
    </message>
    <message>
        <source>it names no query or nothing that would be relevant</source>
        <translation>sie nennt keine Anfrage oder nichts, was relevant wäre</translation>
    </message>
    <message>
        <source>its region is not X,Y,WIDTH,HEIGHT</source>
        <translation>ihr Ausschnitt hat nicht die Form X,Y,BREITE,HÖHE</translation>
    </message>
    <message>
        <source>its grade is no number from 0 on</source>
        <translation>ihre Relevanzstufe ist keine Zahl ab 0</translation>
    </message>
    <message>
        <source>{0} holds no numbered pictures, such as ukbench00000.jpg: choose the folder that does.</source>
        <translation>{0} enthält keine nummerierten Bilder wie ukbench00000.jpg: Wählen Sie den Ordner mit diesen Bildern.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) came without four pictures, so that the N-S score does not mean there what it should.</source>
        <translation>
            <numerusform>%Ln Gruppe hat nicht vier Bilder, daher besagt der N-S-Wert dort nicht, was er soll.</numerusform>
            <numerusform>%Ln Gruppen haben nicht vier Bilder, daher besagt der N-S-Wert dort nicht, was er soll.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignored, since not numbered as the others: %Ln file(s).</source>
        <translation>
            <numerusform>Nicht beachtet, da nicht wie die anderen nummeriert: %Ln Datei.</numerusform>
            <numerusform>Nicht beachtet, da nicht wie die anderen nummeriert: %Ln Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and others</source>
        <translation>{0} und weitere</translation>
    </message>
    <message numerus="yes">
        <source>The library lacks %Ln picture(s) of the ground truth; where one would be right, it counts as never found.</source>
        <translation>
            <numerusform>Der Bibliothek fehlt %Ln Bild der Ground Truth; wo es richtig wäre, zählt es als nie gefunden.</numerusform>
            <numerusform>Der Bibliothek fehlen %Ln Bilder der Ground Truth; wo eines davon richtig wäre, zählt es als nie gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) had to be left out, since there is nothing right to be found.</source>
        <translation>
            <numerusform>%Ln Frage musste entfallen, weil es dazu nichts Richtiges zu finden gibt.</numerusform>
            <numerusform>%Ln Fragen mussten entfallen, weil es dazu nichts Richtiges zu finden gibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies of other pictures find those at once, which flatters all figures: %Ln picture(s).</source>
        <translation>
            <numerusform>Kopien anderer Bilder finden diese sofort, was alle Werte schönt: %Ln Bild.</numerusform>
            <numerusform>Kopien anderer Bilder finden diese sofort, was alle Werte schönt: %Ln Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, since several pictures of the library fit: %Ln name(s) ({0}).</source>
        <translation>
            <numerusform>Ausgelassen, da mehrere Bilder der Bibliothek passen: %Ln Name ({0}).</numerusform>
            <numerusform>Ausgelassen, da mehrere Bilder der Bibliothek passen: %Ln Namen ({0}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.</source>
        <translation>
            <numerusform>%Ln Anfrage musste ausgelassen werden, da das Bild weder in der Bibliothek noch neben der Ground Truth liegt: {0}.</numerusform>
            <numerusform>%Ln Anfragen mussten ausgelassen werden, da das Bild weder in der Bibliothek noch neben der Ground Truth liegt: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>In no folder of this library are two pictures, so that none could be found: choose a ground truth.</source>
        <translation>In keinem Ordner dieser Bibliothek liegen zwei Bilder, daher ließe sich nichts finden: Wählen Sie eine Ground Truth.</translation>
    </message>
    <message>
        <source>{0} asks nothing that this library could answer: a question needs at least one picture that would be right.</source>
        <translation>{0} enthält keine Anfrage, die diese Bibliothek beantworten könnte: Zu einer Anfrage gehört mindestens ein Bild, das richtig wäre.</translation>
    </message>
    <message>
        <source>The library holds none of the pictures that {0} names: index the folder in which they lie first.</source>
        <translation>Die Bibliothek enthält keines der Bilder, die {0} nennt: Indizieren Sie zuerst den Ordner, in dem sie liegen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) that were answered better are not in this table.</source>
        <translation>
            <numerusform>%Ln Klasse, die besser beantwortet wurde, steht nicht in dieser Tabelle.</numerusform>
            <numerusform>%Ln Klassen, die besser beantwortet wurden, stehen nicht in dieser Tabelle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Best of %Ln way(s): {0} with an mAP of {1} and a {2} of {3}.</source>
        <translation>
            <numerusform>Bester von %Ln Weg: {0} mit einer mAP von {1} und einem {2} von {3}.</numerusform>
            <numerusform>Bester von %Ln Wegen: {0} mit einer mAP von {1} und einem {2} von {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln right image(s) not shown</source>
        <translation>
            <numerusform>%Ln richtiges Bild nicht gezeigt</numerusform>
            <numerusform>%Ln richtige Bilder nicht gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln right picture(s) the library does not hold</source>
        <translation>
            <numerusform>%Ln richtiges Bild, das die Bibliothek nicht enthält</numerusform>
            <numerusform>%Ln richtige Bilder, die die Bibliothek nicht enthält</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language in HTML</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>How well this library answers</source>
        <translation>Wie gut diese Bibliothek antwortet</translation>
    </message>
    <message>
        <source>All ways</source>
        <translation>Alle Verfahren</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precision und Recall</translation>
    </message>
    <message>
        <source>Mean average precision with its 95 % interval</source>
        <translation>Mean Average Precision mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Was wofür gehalten wurde</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>Wie gezählt wurde</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>Verfeinerung</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Precision at eleven levels of recall, in numbers</source>
        <translation>Precision bei elf Recall-Stufen, in Zahlen</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>neither right nor wrong</source>
        <translation>weder richtig noch falsch</translation>
    </message>
    <message>
        <source>Below each picture: its rank, and its score.</source>
        <translation>Unter jedem Bild: sein Rang und sein Wert.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Nothing came.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Every question was answered without fault.</source>
        <translation>Alle Anfragen wurden fehlerfrei beantwortet.</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>Of the first k images, the share that is right.</source>
        <translation>Anteil der richtigen unter den ersten k Bildern.</translation>
    </message>
    <message>
        <source>Of all right images, the share that is among the first k.</source>
        <translation>Anteil aller richtigen Bilder, der unter den ersten k ist.</translation>
    </message>
    <message>
        <source>The mean of the precisions at each right image; one that did not come counts 0.</source>
        <translation>Mittelwert der Precision an jedem richtigen Bild; ein nicht gefundenes zählt 0.</translation>
    </message>
    <message>
        <source>The area under the curve of precision and recall, by straight lines between its points; a right image that did not come counts 0.</source>
        <translation>Fläche unter der Precision-Recall-Kurve, deren Punkte durch Geraden verbunden sind; ein nicht gefundenes richtiges Bild zählt 0.</translation>
    </message>
    <message>
        <source>The mean of AP over all questions that have a right image.</source>
        <translation>Mittelwert der AP über alle Anfragen, zu denen es ein richtiges Bild gibt.</translation>
    </message>
    <message>
        <source>The same of the first k images only, over as many as can be right among them.</source>
        <translation>Dasselbe nur für die ersten k Bilder, geteilt durch so viele, wie unter ihnen richtig sein können.</translation>
    </message>
    <message>
        <source>What the first k images are worth, less the later they come, over the best possible order.</source>
        <translation>Was die ersten k Bilder wert sind, umso weniger, je später sie kommen, im Verhältnis zur bestmöglichen Reihenfolge.</translation>
    </message>
    <message>
        <source>How many of the four pictures of an object are among the first four.</source>
        <translation>Wie viele der vier Bilder eines Objekts unter den ersten vier sind.</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Formelzeichen</translation>
    </message>
    <message>
        <source>r(k): right images among the first k. R: all right images. Q: questions. i: the ranks of the right images. g: what an image is worth, 1 unless the ground truth says more.</source>
        <translation>r(k): richtige Bilder unter den ersten k. R: alle richtigen Bilder. Q: Anfragen. i: die Ränge der richtigen Bilder. g: was ein Bild wert ist, 1, sofern die Ground Truth nichts anderes sagt.</translation>
    </message>
    <message>
        <source>The question itself</source>
        <translation>Das Bild der Anfrage</translation>
    </message>
    <message>
        <source>A picture of the library that asks is left out of its own answer.</source>
        <translation>Ist ein Bild der Bibliothek selbst die Anfrage, bleibt es in der eigenen Antwort außer Betracht.</translation>
    </message>
    <message>
        <source>Neither right nor wrong</source>
        <translation>Weder richtig noch falsch</translation>
    </message>
    <message>
        <source>Images that the ground truth calls so are taken out of an answer before anything is counted.</source>
        <translation>Bilder, die laut Ground Truth weder richtig noch falsch sind, werden aus einer Antwort entfernt, bevor gezählt wird.</translation>
    </message>
    <message>
        <source>Absent pictures</source>
        <translation>Fehlende Bilder</translation>
    </message>
    <message>
        <source>Right pictures that the library does not hold count as never found.</source>
        <translation>Richtige Bilder, die die Bibliothek nicht enthält, zählen als nie gefunden.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Only images that the ground truth allows to be found are left in an answer.</source>
        <translation>In einer Antwort bleiben nur Bilder, die nach der Ground Truth gefunden werden dürfen.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Where the mean would lie for other questions of the same kind: percentiles of 1,000 bootstrap samples.</source>
        <translation>Wo der Mittelwert bei anderen Anfragen derselben Art läge: Perzentile aus 1.000 Bootstrap-Stichproben.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>The best precision at this recall or a higher one, the mean over all questions.</source>
        <translation>Die beste Precision bei diesem oder einem höheren Recall, gemittelt über alle Anfragen.</translation>
    </message>
    <message>
        <source>The median of what one question takes, as somebody waits who asks once: decoding, encoding and searching; what the library holds need not be encoded.</source>
        <translation>Der Median dessen, was eine Frage dauert, so wie jemand wartet, der einmal fragt: Dekodieren, Kodieren und Suchen; was die Bibliothek enthält, muss nicht kodiert werden.</translation>
    </message>
    <message>
        <source>Images that may not be found take no part in them. The time of geometry is that of comparing pictures whose points are known; a picture that is seen for the first time takes longer.</source>
        <translation>Bilder, die nicht gefunden werden dürfen, sind daran nicht beteiligt. Die Zeit der Geometrie ist die für Bilder, deren Punkte bekannt sind; ein Bild, das zum ersten Mal gesehen wird, braucht länger.</translation>
    </message>
    <message>
        <source>Of the k best images by exact comparison, the share that the graph finds; all measures are by the exact one.</source>
        <translation>Anteil der k besten Bilder nach exaktem Vergleich, den der Graph findet; alle Maße beruhen auf dem exakten Vergleich.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r}: it knows {1}.</source>
        <translation>Diese Bibliothek wurde nicht mit dem Modell {0!r} indiziert: Sie kennt {1}.</translation>
    </message>
    <message>
        <source>The ground truth asks nothing of this library: choose one that names its pictures.</source>
        <translation>Die Ground Truth enthält keine Anfragen an diese Bibliothek: Wählen Sie eine, die Bilder der Bibliothek nennt.</translation>
    </message>
    <message>
        <source>There is no way to answer: choose a model and a metric.</source>
        <translation>Es gibt kein Verfahren, um zu antworten: Wählen Sie ein Modell und eine Metrik.</translation>
    </message>
    <message>
        <source>{0}: {1} ({2})</source>
        <comment>a model, what it had to say, and of how many answers</comment>
        <translation>{0}: {1} ({2})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the geometry of {1} of %Ln answer(s) was not checked, since pictures cannot be read.</source>
        <translation>
            <numerusform>{0}: Die Geometrie von {1} von %Ln Antwort wurde nicht geprüft, weil Bilder nicht lesbar sind.</numerusform>
            <numerusform>{0}: Die Geometrie von {1} von %Ln Antworten wurde nicht geprüft, weil Bilder nicht lesbar sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the geometry of %Ln found image(s) was not checked, since files cannot be read.</source>
        <translation>
            <numerusform>{0}: Die Geometrie von %Ln gefundenen Bild wurde nicht geprüft, weil Dateien nicht lesbar sind.</numerusform>
            <numerusform>{0}: Die Geometrie von %Ln gefundenen Bildern wurde nicht geprüft, weil Dateien nicht lesbar sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels are read from the library itself: leave out {0}.</source>
        <translation>Schlagwörter werden aus der Bibliothek selbst gelesen: Lassen Sie {0} weg.</translation>
    </message>
    <message>
        <source>There is no {0}: choose a ground truth that is there.</source>
        <translation>{0} gibt es nicht: Wählen Sie eine vorhandene Ground Truth.</translation>
    </message>
    <message>
        <source>{0} is no ground truth that is known: choose a .csv or .pkl file, or a folder.</source>
        <translation>{0} ist keine bekannte Form einer Ground Truth: Wählen Sie eine .csv- oder .pkl-Datei oder einen Ordner.</translation>
    </message>
    <message>
        <source>{0} is no folder: choose the folder of the ground truth.</source>
        <translation>{0} ist kein Ordner: Wählen Sie den Ordner der Ground Truth.</translation>
    </message>
    <message>
        <source>{0} is a folder: choose the file of the ground truth in it.</source>
        <translation>{0} ist ein Ordner: Wählen Sie die Datei der Ground Truth darin.</translation>
    </message>
    <message>
        <source>A ground truth of the form “{0}” has to be read from somewhere: choose its file or folder.</source>
        <translation>Eine Ground Truth der Form „{0}“ muss irgendwoher gelesen werden: Wählen Sie die Datei oder den Ordner dazu.</translation>
    </message>
    <message>
        <source>The geometry was not checked: that needs a picture to look for, and its file.</source>
        <translation>Die Geometrie wurde nicht geprüft: Dazu braucht es ein Bild, nach dem gesucht wird, und dessen Datei.</translation>
    </message>
    <message numerus="yes">
        <source>The geometry of %Ln picture(s) was not checked: files are gone or cannot be read.</source>
        <translation>
            <numerusform>Bei %Ln Bild wurde die Geometrie nicht geprüft: Die Datei fehlt oder ist nicht lesbar.</numerusform>
            <numerusform>Bei %Ln Bildern wurde die Geometrie nicht geprüft: Dateien fehlen oder sind nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heat map of classes</source>
        <translation>Heatmap der Klassen</translation>
    </message>
    <message>
        <source>Row: the class asked for. Column: that of the best match. Click for the questions.</source>
        <translation>Zeile: die gefragte Klasse. Spalte: die des besten Treffers. Ein Klick zeigt die Fragen.</translation>
    </message>
    <message>
        <source>Curves of precision and recall</source>
        <translation>Precision-Recall-Kurven</translation>
    </message>
    <message>
        <source>Recall {0}</source>
        <translation>Recall {0}</translation>
    </message>
    <message>
        <source>Choose ways in the table to see their curves.</source>
        <translation>Wählen Sie Verfahren in der Tabelle, um ihre Kurven zu sehen.</translation>
    </message>
    <message>
        <source>Point at the curves to read them</source>
        <translation>Zum Ablesen auf die Kurven zeigen</translation>
    </message>
    <message>
        <source>Precision at recall {0}</source>
        <translation>Precision bei Recall {0}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <comment>precision at recall</comment>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>{0}: precision at recall: {1}</source>
        <translation>{0}: Precision bei Recall: {1}</translation>
    </message>
    <message>
        <source>The evaluation is done.</source>
        <translation>Die Evaluation ist fertig.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>AP {0}</source>
        <translation>AP {0}</translation>
    </message>
    <message>
        <source>First right one at rank {0}</source>
        <translation>Erstes richtiges auf Rang {0}</translation>
    </message>
    <message>
        <source>Nothing right came</source>
        <translation>Nichts Richtiges gefunden</translation>
    </message>
    <message>
        <source>First right one at rank {0} (junk left out)</source>
        <translation>Erstes richtiges auf Rang {0} (ohne die, die nicht zählen)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln right image(s)</source>
        <translation>
            <numerusform>%Ln richtiges Bild</numerusform>
            <numerusform>%Ln richtige Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} of them not in the library</source>
        <translation>{0}, davon {1} nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>came: {0}</source>
        <translation>gefunden: {0}</translation>
    </message>
    <message>
        <source>should have come: {0}</source>
        <translation>erwartet: {0}</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>Wert {0}</translation>
    </message>
    <message>
        <source>Should have come</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Row: the class asked for. Column: that of the best match. In percent of the questions.</source>
        <translation>Zeile: die gefragte Klasse. Spalte: die des besten Treffers. In Prozent der Fragen.</translation>
    </message>
    <message>
        <source>Everything right is among these</source>
        <translation>Alles Richtige ist darunter</translation>
    </message>
    <message>
        <source>Questions, the worst first</source>
        <translation>Anfragen, die schlechtesten zuerst</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Search for this one</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Search for the chosen question in the window (Enter, or a double click)</source>
        <translation>Im Fenster nach der gewählten Anfrage suchen (Eingabetaste oder Doppelklick)</translation>
    </message>
    <message>
        <source>There is no such question in this way.</source>
        <translation>Bei diesem Verfahren gibt es keine solche Anfrage.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s), the worst first</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen, die schlechtesten zuerst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) of “{0}” whose best match is of “{1}”</source>
        <translation>
            <numerusform>%Ln Anfrage aus „{0}“, deren bester Treffer aus „{1}“ ist</numerusform>
            <numerusform>%Ln Anfragen aus „{0}“, deren bester Treffer aus „{1}“ ist</numerusform>
        </translation>
    </message>
    <message>
        <source>; right and wrong as in “{0}”</source>
        <translation>; richtig und falsch wie in „{0}“</translation>
    </message>
    <message>
        <source>What is shown of the chosen ways</source>
        <translation>Was von den gewählten Verfahren gezeigt wird</translation>
    </message>
    <message>
        <source>Worst questions</source>
        <translation>Schlechteste Anfragen</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Was zu wissen ist</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Evaluation</translation>
    </message>
    <message>
        <source>The window can be used meanwhile; searches may take a little longer.</source>
        <translation>Das Fenster lässt sich inzwischen benutzen; Suchen dauern vielleicht etwas länger.</translation>
    </message>
    <message>
        <source>Asking the questions</source>
        <translation>Anfragen werden gestellt</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Modell wird geöffnet…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <comment>a group of choices, and one of them</comment>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>A &amp;folder…</source>
        <translation>&amp;Ordner…</translation>
    </message>
    <message>
        <source>A fi&amp;le…</source>
        <translation>&amp;Datei…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Refinements</source>
        <translation>Verfeinerungen</translation>
    </message>
    <message>
        <source>Questions, at most</source>
        <translation>Fragen, höchstens</translation>
    </message>
    <message>
        <source>all</source>
        <comment>questions</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>&amp;Evaluieren</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>Ordner der Bibliothek</translation>
    </message>
    <message>
        <source>Measured at the first {0} matches.</source>
        <translation>Gemessen an den ersten {0} Treffern.</translation>
    </message>
    <message>
        <source>at most, taken evenly from all of them</source>
        <translation>höchstens, gleichmäßig aus allen genommen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Choose a ground truth</source>
        <translation>Ground Truth wählen</translation>
    </message>
    <message>
        <source>Ground truth (*.csv *.tsv *.pkl)</source>
        <translation>Ground Truth (*.csv *.tsv *.pkl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose a model, a metric and a refinement at least.</source>
        <translation>Wählen Sie mindestens ein Modell, eine Metrik und eine Verfeinerung.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Median of what one question takes: decoding, encoding and searching</source>
        <translation>Median der Zeit je Anfrage: Dekodieren, Kodieren und Suchen</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Of the {0} best images, the share that the graph finds</source>
        <translation>Anteil der {0} besten Bilder, den der Graph findet</translation>
    </message>
    <message>
        <source>Mean average precision of the first {0} images alone</source>
        <translation>Mittlere Average Precision der ersten {0} Bilder allein</translation>
    </message>
    <message>
        <source>Of the first {0} images, the share that is right</source>
        <translation>Anteil der richtigen unter den ersten {0} Bildern</translation>
    </message>
    <message>
        <source>Of all right images, the share that is among the first {0}</source>
        <translation>Anteil aller richtigen Bilder, der unter den ersten {0} ist</translation>
    </message>
    <message>
        <source>Mean average precision, with its 95 % interval</source>
        <translation>Mean Average Precision, mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>What the first {0} images are worth, less the later they come</source>
        <translation>Was die ersten {0} Bilder wert sind, umso weniger, je später sie kommen</translation>
    </message>
    <message>
        <source>How many of the four pictures of an object are among the first four</source>
        <translation>Wie viele der vier Bilder eines Objekts unter den ersten vier sind</translation>
    </message>
    <message>
        <source>{0}, the best</source>
        <translation>{0}, bester Wert</translation>
    </message>
    <message>
        <source>Newer versions were not looked for to the end.</source>
        <translation>Nach neueren Versionen wurde nicht zu Ende gesucht.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Dies ist die neueste Version.</translation>
    </message>
    <message>
        <source>{0} is no address of the web, so newer versions are not looked for.</source>
        <translation>{0} ist keine Adresse im Web, darum wird nicht nach neueren Versionen gesucht.</translation>
    </message>
    <message>
        <source>the server answered {0}</source>
        <translation>der Server antwortete {0}</translation>
    </message>
    <message>
        <source>the answer is too long</source>
        <translation>die Antwort ist zu lang</translation>
    </message>
    <message>
        <source>What was answered about newer versions could not be read; look at the page of the program instead.</source>
        <translation>Was über neuere Versionen geantwortet wurde, ist nicht lesbar; sehen Sie stattdessen auf der Seite des Programms nach.</translation>
    </message>
    <message>
        <source>Whether there is a newer version could not be asked at {0} ({1}); it is tried again at the next start.</source>
        <translation>Ob es eine neuere Version gibt, war bei {0} nicht zu erfahren ({1}); beim nächsten Start wird es wieder versucht.</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Verwechselt mit</translation>
    </message>
    <message>
        <source>The other class whose images came first most often, and the share of the questions</source>
        <translation>Die andere Klasse, deren Bilder am häufigsten zuerst kamen, und der Anteil der Fragen</translation>
    </message>
    <message>
        <source>Classes, with their figures</source>
        <translation>Klassen mit ihren Werten</translation>
    </message>
    <message>
        <source>What to know of this evaluation</source>
        <translation>Was über diese Auswertung zu wissen ist</translation>
    </message>
    <message>
        <source>Words are not to be found at a place of a picture: search with a picture to see where.</source>
        <translation>Wörter lassen sich an keiner Stelle eines Bildes finden: Suchen Sie mit einem Bild, um zu sehen, wo.</translation>
    </message>
    <message>
        <source>{0} is like the query all over: nothing in it stands out.</source>
        <translation>{0} gleicht der Suche überall: Nichts darin sticht hervor.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About imsearch</source>
        <translation>Über imsearch</translation>
    </message>
    <message>
        <source>Looking what is here…</source>
        <translation>Wird ermittelt…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copy the versions, to send them to somebody who helps</source>
        <translation>Versionen kopieren, um sie jemandem zu schicken, der hilft</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>{0}
Python {1}, Qt {2}
Models can run on: {3}</source>
        <translation>{0}
Python {1}, Qt {2}
Modelle können laufen auf: {3}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Libraries that it is made with</source>
        <translation>Verwendete Programmbibliotheken</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>imsearch {0}</source>
        <translation>imsearch {0}</translation>
    </message>
    <message>
        <source>Finds pictures by what they look like. Nothing leaves this computer.</source>
        <translation>Findet Bilder nach ihrem Aussehen. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Freie Software unter der MIT-Lizenz.</translation>
    </message>
</context>
<context>
    <name>ActingExtras</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>Schlag&amp;wörter…</translation>
    </message>
    <message>
        <source>There are no results to export: search for something first.</source>
        <translation>Es gibt keine Ergebnisse zum Exportieren: Suchen Sie zuerst nach etwas.</translation>
    </message>
    <message>
        <source>Matches in {0}</source>
        <translation>Treffer in {0}</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>&amp;Rückgängig: {0}</translation>
    </message>
</context>
<context>
    <name>ActingParts</name>
    <message>
        <source>Add a label…</source>
        <translation>Schlagwort hinzufügen…</translation>
    </message>
    <message>
        <source>Take a label away</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>Farbmarke</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Keine Farbe</translation>
    </message>
    <message>
        <source>Copy to a folder</source>
        <translation>In Ordner kopieren</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Copy to another folder…</source>
        <translation>In anderen Ordner kopieren…</translation>
    </message>
    <message>
        <source>Move to another folder…</source>
        <translation>In anderen Ordner verschieben…</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>In den Papierkorb verschieben…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo what was done to pictures last</source>
        <translation>Rückgängig machen, was zuletzt mit Bildern getan wurde</translation>
    </message>
    <message>
        <source>Undo what was done to pictures last (Ctrl+Alt+Z)</source>
        <translation>Letzte Änderung an Bildern rückgängig machen (Strg+Alt+Z)</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Kein Schlagwort</translation>
    </message>
    <message>
        <source>They can be brought back from there, or with Undo.</source>
        <translation>Von dort oder mit „Rückgängig“ lässt sich alles zurückholen.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei anzeigen</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Words to add</source>
        <translation>Hinzuzufügende Wörter</translation>
    </message>
    <message>
        <source>+ More like…</source>
        <translation>+ Ähnlich…</translation>
    </message>
    <message>
        <source>− Less like…</source>
        <translation>− Unähnlich…</translation>
    </message>
    <message>
        <source>A picture…</source>
        <translation>Ein Bild…</translation>
    </message>
    <message>
        <source>The copied picture</source>
        <translation>Das kopierte Bild</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Wörter…</translation>
    </message>
    <message>
        <source>Words to look for, too</source>
        <translation>Auch diese Wörter suchen</translation>
    </message>
    <message>
        <source>Words for what to avoid</source>
        <translation>Wörter für Unerwünschtes</translation>
    </message>
</context>
<context>
    <name>AskingParts</name>
    <message>
        <source>Back to the query before</source>
        <translation>Zurück zur vorigen Suchanfrage</translation>
    </message>
    <message>
        <source>Forward to the query after</source>
        <translation>Vor zur nächsten Suchanfrage</translation>
    </message>
    <message>
        <source>Saved searches and history</source>
        <translation>Gespeicherte Suchen und Verlauf</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche speichern…</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>“{0}” is saved; it is listed above the history (Ctrl+H).</source>
        <translation>„{0}“ ist gespeichert; zu finden über dem Verlauf (Strg+H).</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>How to make it…</source>
        <translation>Selbst erzeugen…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Überprüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of installing {0}</source>
        <translation>Fortschritt der Installation von {0}</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird überprüft…</translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation>{0} auf diesem Computer</translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation>Geschwindigkeit wird gemessen…</translation>
    </message>
</context>
<context>
    <name>ColourDots</name>
    <message>
        <source>Colour label (1 to 9, 0 for none)</source>
        <translation>Farbmarke (1 bis 9, 0 für keine)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Colour label: {0}</source>
        <translation>Farbmarke: {0}</translation>
    </message>
    <message>
        <source>{0} ({1}, or 0 for none)</source>
        <translation>{0} ({1}; 0 für keine)</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>When the pictures were taken</source>
        <translation>Aufnahmedatum</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebiges Datum</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Zwischen zwei Tagen…</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Double-click to show it large</source>
        <translation>Zum Vergrößern doppelklicken</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Geometrie</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>Brennweite</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Copy the path of the file</source>
        <translation>Dateipfad kopieren</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation>Koordinaten kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>{0}  ({1}, rank {2})</source>
        <translation>{0}  ({1}, Rang {2})</translation>
    </message>
    <message>
        <source>Choose a picture to see it here.</source>
        <translation>Wählen Sie ein Bild, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>Offline: its disk or folder is not there just now. This is what the library knows of it.</source>
        <translation>Offline: Der Datenträger oder Ordner ist gerade nicht da. Hier steht, was die Bibliothek darüber weiß.</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}. This is what the library knows of it.</source>
        <translation>Die Datei lässt sich nicht lesen: {0}. Hier steht, was die Bibliothek darüber weiß.</translation>
    </message>
    <message>
        <source>No preview: {0}</source>
        <translation>Keine Vorschau: {0}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>More like this</source>
        <translation>Diesem ähnlich</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Diesem unähnlich</translation>
    </message>
    <message>
        <source>Index this folder</source>
        <translation>Diesen Ordner indizieren</translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation>Dieses Modell importieren</translation>
    </message>
    <message>
        <source>Search for this picture</source>
        <translation>Nach diesem Bild suchen</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Swap + and −</source>
        <translation>+ und − tauschen</translation>
    </message>
    <message>
        <source>Look for what was to be avoided, and avoid what was looked for</source>
        <translation>Suchen, was vermieden wurde, und vermeiden, was gesucht wurde</translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>Looked for: click for “less like this” (Space, or −)</source>
        <translation>Gesucht: Klicken für „Diesem unähnlich“ (Leertaste oder −)</translation>
    </message>
    <message>
        <source>Less like this: click to look for it (Space, or +)</source>
        <translation>Diesem unähnlich: Klicken, um danach zu suchen (Leertaste oder +)</translation>
    </message>
    <message>
        <source>Look less for {0}</source>
        <translation>Unähnliches suchen: {0}</translation>
    </message>
    <message>
        <source>Look for {0}</source>
        <translation>Danach suchen: {0}</translation>
    </message>
    <message>
        <source>Remove from the query (Delete)</source>
        <translation>Aus der Suchanfrage entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The selection: {0}</source>
        <translation>Die Auswahl: {0}</translation>
    </message>
    <message>
        <source>All that is shown: {0}</source>
        <translation>Alles Angezeigte: {0}</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Contact sheet, PDF</source>
        <translation>Kontaktbogen, PDF</translation>
    </message>
    <message>
        <source>Contact sheet, PNG</source>
        <translation>Kontaktbogen, PNG</translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation>Tabelle, CSV</translation>
    </message>
    <message>
        <source>Table, JSON</source>
        <translation>Tabelle, JSON</translation>
    </message>
    <message>
        <source>Folder of copies</source>
        <translation>Ordner mit Kopien</translation>
    </message>
    <message>
        <source>Folder of hard links</source>
        <translation>Ordner mit Hardlinks</translation>
    </message>
    <message>
        <source>Folder of symbolic links</source>
        <translation>Ordner mit symbolischen Links</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>{0} pixels</source>
        <translation>{0} Pixel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>{0}, portrait</source>
        <translation>{0}, Hochformat</translation>
    </message>
    <message>
        <source>{0}, landscape</source>
        <translation>{0}, Querformat</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Choose where it should be written (Enter)</source>
        <translation>Speicherort wählen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A row for each picture: rank, path, score, strength, rating, colour and labels.</source>
        <translation>Eine Zeile je Bild: Rang, Pfad, Wert, Stärke, Bewertung, Farbe und Schlagwörter.</translation>
    </message>
    <message>
        <source>What “imsearch search --json” writes, with rating, colour and labels.</source>
        <translation>Die Ausgabe von „imsearch search --json“, mit Bewertung, Farbe und Schlagwörtern.</translation>
    </message>
    <message>
        <source>Copies named by rank, such as “{0}”. Nothing is overwritten.</source>
        <translation>Kopien, nach Rang benannt, etwa „{0}“. Nichts wird überschrieben.</translation>
    </message>
    <message>
        <source>Second names of the same files, by rank, such as “{0}”; on the same disk only. They take no room.</source>
        <translation>Zweitnamen derselben Dateien, nach Rang, etwa „{0}“; nur auf demselben Datenträger. Sie belegen keinen Platz.</translation>
    </message>
    <message>
        <source>Links named by rank, such as “{0}”, that lead to the pictures where they are.</source>
        <translation>Links, nach Rang benannt, etwa „{0}“, die zu den Bildern an ihrem Ort führen.</translation>
    </message>
    <message>
        <source>001 name.jpg</source>
        <translation>001 Name.jpg</translation>
    </message>
    <message>
        <source>One page.</source>
        <translation>Eine Seite.</translation>
    </message>
    <message>
        <source>{0}, up to {1} each.</source>
        <translation>{0}, je bis zu {1}.</translation>
    </message>
    <message>
        <source>One picture of {0} × {1} pixels.</source>
        <translation>Ein Bild mit {0} × {1} Pixeln.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too many for one PNG: choose smaller thumbnails, fewer pictures or a PDF.</source>
        <translation>{0} × {1} Pixel sind zu viele für ein PNG: Wählen Sie kleinere Vorschaubilder, weniger Bilder oder ein PDF.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
</context>
<context>
    <name>FilterSection</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Shorter side</source>
        <translation>Kürzere Seite</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>Farbmarke</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>Beliebige Bewertung</translation>
    </message>
    <message>
        <source>Pictures that belong together</source>
        <translation>Zusammengehörige Bilder</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter aufheben</translation>
    </message>
    <message>
        <source>Take away the filter {0}</source>
        <translation>Filter {0} aufheben</translation>
    </message>
    <message>
        <source>{0}, {1} of them</source>
        <translation>{0}, {1} davon</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Drop folders here</source>
        <translation>Ordner hier ablegen</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders and their pictures</source>
        <translation>Ordner und ihre Bilder</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Which folders?</source>
        <translation>Welche Ordner?</translation>
    </message>
    <message>
        <source>Add folders, or drop them here. Nothing in them is changed.</source>
        <translation>Fügen Sie Ordner hinzu, oder legen Sie sie hier ab. Darin wird nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Pictures found</source>
        <translation>Gefundene Bilder</translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation>Unter&amp;ordner einbeziehen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>for example: *.thumb.jpg, backup/*</source>
        <translation>zum Beispiel: *.thumb.jpg, backup/*</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>{0} (open now)</source>
        <translation>{0} (gerade geöffnet)</translation>
    </message>
    <message>
        <source>A new library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>Name of the new library</source>
        <translation>Name der neuen Bibliothek</translation>
    </message>
    <message>
        <source>Add at least one folder.</source>
        <translation>Fügen Sie mindestens einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>Give the new library a name.</source>
        <translation>Geben Sie der neuen Bibliothek einen Namen.</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Auslassen</translation>
    </message>
    <message>
        <source>Names or paths, separated by commas; * stands for anything.</source>
        <translation>Namen oder Pfade, durch Kommas getrennt; * steht für Beliebiges.</translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Will be kept in {0}</source>
        <translation>Speicherort: {0}</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>No file here is named like a picture; indexing looks into the files all the same.</source>
        <translation>Kein Dateiname hier deutet auf ein Bild hin; die Indizierung sieht trotzdem in die Dateien hinein.</translation>
    </message>
    <message>
        <source>{0} so far…</source>
        <translation>Bisher {0}…</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Saved searches and history</source>
        <translation>Gespeicherte Suchen und Verlauf</translation>
    </message>
    <message>
        <source>What you search for is listed here.</source>
        <translation>Wonach Sie suchen, wird hier aufgelistet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation>Gelöschtes zurückholen</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Verlauf löschen</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Löschen (Entf)</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>„{0}“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>IndexWizard</name>
    <message>
        <source>Index folders</source>
        <translation>Ordner indizieren</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Start indexing</source>
        <translation>Indizierung &amp;starten</translation>
    </message>
    <message>
        <source>Continue in the &amp;background</source>
        <translation>Im &amp;Hintergrund fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Show my pictures</source>
        <translation>&amp;Meine Bilder anzeigen</translation>
    </message>
    <message>
        <source>Another folder is being indexed: wait until that has finished, or cancel it.</source>
        <translation>Ein anderer Ordner wird gerade indiziert: Warten Sie, bis das fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Pictures from “{0}” into the library “{1}”, with the model {2}.</source>
        <translation>Bilder aus „{0}“ in die Bibliothek „{1}“, mit dem Modell {2}.</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel this job with files</source>
        <translation>Diesen Dateivorgang abbrechen</translation>
    </message>
    <message>
        <source>Copying {0} of {1}</source>
        <translation>Kopieren: {0} von {1}</translation>
    </message>
    <message>
        <source>Moving {0} of {1}</source>
        <translation>Verschieben: {0} von {1}</translation>
    </message>
    <message>
        <source>To the trash: {0} of {1}</source>
        <translation>In den Papierkorb: {0} von {1}</translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation>Exportieren: {0} von {1}</translation>
    </message>
    <message>
        <source>Stop here; nothing is left of the export</source>
        <translation>Hier abbrechen; vom Export bleibt nichts übrig</translation>
    </message>
    <message>
        <source>Stop here; what is done stays and can be undone</source>
        <translation>Hier abbrechen; Erledigtes bleibt und lässt sich rückgängig machen</translation>
    </message>
</context>
<context>
    <name>KeptDelegate</name>
    <message>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
</context>
<context>
    <name>KeptList</name>
    <message>
        <source>Saved searches and history</source>
        <translation>Gespeicherte Suchen und Verlauf</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>{0} is gone</source>
        <translation>{0} fehlt</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Labels in use</source>
        <translation>Verwendete Schlagwörter</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>Rename this label on all pictures (F2)</source>
        <translation>Dieses Schlagwort bei allen Bildern umbenennen (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Take this label from all pictures (Delete)</source>
        <translation>Dieses Schlagwort von allen Bildern entfernen (Entf)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Give a label the name of another one, and the two become one.</source>
        <translation>Bekommt ein Schlagwort den Namen eines anderen, werden beide zu einem.</translation>
    </message>
    <message>
        <source>No picture has a label yet: select pictures in the results and press L.</source>
        <translation>Noch hat kein Bild ein Schlagwort: Wählen Sie Bilder in den Ergebnissen aus, und drücken Sie L.</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>There is no picture in that: drop or paste a picture, a file or a folder.</source>
        <translation>Darin ist kein Bild: Ablegen oder einfügen lassen sich Bilder, Dateien und Ordner.</translation>
    </message>
</context>
<context>
    <name>MarksEditor</name>
    <message>
        <source>Add a label (L in the results)</source>
        <translation>Schlagwort hinzufügen (L in den Ergebnissen)</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Take the label “{0}” away</source>
        <translation>Schlagwort „{0}“ entfernen</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Diese Meldung schließen (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Show what is behind this message</source>
        <translation>Zeigen, was hinter dieser Meldung steckt</translation>
    </message>
    <message>
        <source>What is behind this message</source>
        <translation>Was hinter dieser Meldung steckt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation>Meldung samt Details kopieren</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>&amp;Protokoll öffnen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>{0} numbers a picture</source>
        <translation>{0} Zahlen je Bild</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>Lizenz {0}</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>Lizenz nicht angegeben</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>used in this library</source>
        <translation>in dieser Bibliothek verwendet</translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation>{0} auf diesem Computer</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation>Geschwindigkeit wird gemessen…</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>Geschwindigkeit unbekannt</translation>
    </message>
</context>
<context>
    <name>ModelListPage</name>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>No model is on this computer.</source>
        <translation>Auf diesem Computer ist kein Modell.</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Verfügbar</translation>
    </message>
    <message>
        <source>Every model of the catalogue is on this computer.</source>
        <translation>Alle Modelle des Katalogs sind auf diesem Computer.</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Which model?</source>
        <translation>Welches Modell?</translation>
    </message>
    <message>
        <source>The model decides what counts as alike. A library can be indexed with several, one after another.</source>
        <translation>Das Modell entscheidet, was als ähnlich gilt. Eine Bibliothek lässt sich nacheinander mit mehreren indizieren.</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>Weitere Modelle…</translation>
    </message>
    <message>
        <source>Models to be had, and what can be done with those that are here</source>
        <translation>Erhältliche Modelle, und was sich mit den vorhandenen tun lässt</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Wählen Sie ein Modell.</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Ordner eines Modells</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Import a &amp;file…</source>
        <translation>&amp;Datei importieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A model decides what counts as alike. Pictures never leave this computer, whichever it is.</source>
        <translation>Ein Modell entscheidet, was als ähnlich gilt. Bei keinem verlassen Bilder diesen Computer.</translation>
    </message>
    <message>
        <source>An .onnx file, or the folder of a model, can be dropped here.</source>
        <translation>Eine .onnx-Datei oder der Ordner eines Modells lässt sich hier ablegen.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>ONNX models (*{0})</source>
        <translation>ONNX-Modelle (*{0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation>Dieses Modell importieren</translation>
    </message>
</context>
<context>
    <name>OpeningParts</name>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>Öffnen mit…</translation>
    </message>
    <message>
        <source>Applications (*.app)</source>
        <translation>Programme (*.app)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>No program is known for it</source>
        <translation>Dafür ist kein Programm bekannt</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Anything else?</source>
        <translation>Noch etwas?</translation>
    </message>
    <message>
        <source>What is set here suits most folders. Files that cannot be read are left out in any case, and listed with the reason.</source>
        <translation>Was hier eingestellt ist, passt für die meisten Ordner. Dateien, die nicht gelesen werden können, bleiben in jedem Fall weg und stehen mit dem Grund in einer Liste.</translation>
    </message>
    <message>
        <source>Leave out &amp;small pictures: smallest side under</source>
        <translation>&amp;Kleine Bilder auslassen: kürzeste Seite unter</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Smallest side in pixels</source>
        <translation>Kürzeste Seite in Pixel</translation>
    </message>
    <message>
        <source>Only &amp;colour pictures</source>
        <translation>Nur &amp;Farbbilder</translation>
    </message>
    <message>
        <source>&amp;Watch these folders</source>
        <translation>Diese Ordner ü&amp;berwachen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation>Prozessorkerne für die Indizierung</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Keeps out icons, buttons and thumbnails.</source>
        <translation>Hält Symbole, Schaltflächen und Vorschaubilder fern.</translation>
    </message>
    <message>
        <source>Keeps out files stored as grey or black and white, scans for example.</source>
        <translation>Hält Dateien fern, die in Graustufen oder Schwarzweiß gespeichert sind, etwa Scans.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>While the program runs, pictures added, changed, moved or deleted there are noticed without being asked for.</source>
        <translation>Solange das Programm läuft, werden dort neue, geänderte, verschobene und gelöschte Bilder von selbst bemerkt.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>&amp;Processor cores used for indexing</source>
        <translation>&amp;Prozessorkerne für die Indizierung</translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation>Andere Programme haben immer Vorrang; weniger Kerne halten den Computer kühl und leise.</translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>Another model…</source>
        <translation>Anderes Modell…</translation>
    </message>
    <message>
        <source>Choose a folder with an ONNX file. A model.toml beside it says what the model expects.</source>
        <translation>Wählen Sie einen Ordner mit einer ONNX-Datei. Eine model.toml daneben sagt, was das Modell erwartet.</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>{0} is offline</source>
        <translation>{0} ist offline</translation>
    </message>
    <message>
        <source>Its folder {0} is not there just now: connect the disk or the network that holds it. What the library knows of the picture is kept.</source>
        <translation>Der Ordner {0} ist gerade nicht da: Verbinden Sie den Datenträger oder das Netzwerk, wo er liegt. Was die Bibliothek über das Bild weiß, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{0} cannot be shown</source>
        <translation>{0} lässt sich nicht anzeigen</translation>
    </message>
    <message>
        <source>The reason: {0}. Show the file to try another program, or index again if it was moved.</source>
        <translation>Grund: {0}. Zeigen Sie die Datei an, um ein anderes Programm zu versuchen, oder indizieren Sie erneut, falls sie verschoben wurde.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation>Fortschritt der Indizierung</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Indexing “{0}”</source>
        <translation>Indizierung von „{0}“</translation>
    </message>
    <message>
        <source>You may close this window: the work goes on, and you can search meanwhile.</source>
        <translation>Sie können dieses Fenster schließen und inzwischen suchen: Die Arbeit geht weiter.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>What was indexed so far is kept; the next time does the rest.</source>
        <translation>Was bisher indiziert wurde, bleibt erhalten; beim nächsten Mal folgt der Rest.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Vorzeitig beendet</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Indexing</source>
        <translation>Indizierung</translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation>Fortschritt der Indizierung</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>Show which files were skipped, and why</source>
        <translation>Zeigen, welche Dateien übersprungen wurden und warum</translation>
    </message>
    <message>
        <source>Cancelled. What was indexed so far is kept.</source>
        <translation>Abgebrochen. Was bisher indiziert wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0}: „{1}“</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation>Angezeigte Bilder</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Exact scan</source>
        <translation>Exakte Suche</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Suchanfrage leeren</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>Nach ganzem Bild suchen</translation>
    </message>
    <message>
        <source>Clear the region (Esc, or double-click on the picture)</source>
        <translation>Ausschnitt aufheben (Esc oder Doppelklick auf das Bild)</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Metrik</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>Sea&amp;rch</source>
        <translation>Su&amp;che</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>RefineSection</name>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>Switch all refinements off</source>
        <translation>Alle Verfeinerungen ausschalten</translation>
    </message>
    <message>
        <source>Query &amp;expansion</source>
        <translation>Anfrage&amp;erweiterung</translation>
    </message>
    <message>
        <source>Query expansion</source>
        <translation>Anfrageerweiterung</translation>
    </message>
    <message>
        <source>Searches a second time with the picture and its best matches together: more of the same kind are found in twice the time, but wrong first matches lead astray.</source>
        <translation>Sucht ein zweites Mal, mit dem Bild und seinen besten Treffern zusammen: So wird in der doppelten Zeit mehr von derselben Art gefunden, aber falsche erste Treffer führen in die Irre.</translation>
    </message>
    <message>
        <source>Shared &amp;neighbours</source>
        <translation>Gemeinsame &amp;Nachbarn</translation>
    </message>
    <message>
        <source>Of the best 200 matches, those come first that have their neighbours in common with the picture: more of the same kind are found in a few hundredths of a second, but the best match may be lost.</source>
        <translation>Von den besten 200 Treffern kommen jene zuerst, die ihre Nachbarn mit dem Bild gemeinsam haben: So wird in wenigen Hundertstelsekunden mehr von derselben Art gefunden, aber der beste Treffer kann verloren gehen.</translation>
    </message>
    <message>
        <source>Check &amp;geometry</source>
        <translation>&amp;Geometrie prüfen</translation>
    </message>
    <message>
        <source>Of the best 50 matches, those come first in which points of the picture are found again in the same arrangement: the same thing is found from another side, in some seconds for pictures that are looked at for the first time.</source>
        <translation>Von den besten 50 Treffern kommen jene zuerst, in denen sich Punkte des Bildes in derselben Anordnung wiederfinden: So wird dasselbe Ding auch von einer anderen Seite gefunden; bei Bildern, die zum ersten Mal untersucht werden, dauert das einige Sekunden.</translation>
    </message>
</context>
<context>
    <name>RegionView</name>
    <message>
        <source>Query picture</source>
        <translation>Bild der Suchanfrage</translation>
    </message>
    <message>
        <source>Drag to search for a part of the picture. Arrow keys move it, Ctrl+arrows resize it, Esc clears it.</source>
        <translation>Ziehen, um nach einem Teil des Bildes zu suchen. Pfeiltasten verschieben den Ausschnitt, Strg+Pfeiltasten ändern seine Größe, Esc hebt ihn auf.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Noch kein Bild</translation>
    </message>
</context>
<context>
    <name>ResultsArea</name>
    <message>
        <source>Drop, paste or open a picture</source>
        <translation>Bild ablegen, einfügen oder öffnen</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Bild öffnen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>This library cannot be searched with words yet</source>
        <translation>Diese Bibliothek lässt sich noch nicht mit Wörtern durchsuchen</translation>
    </message>
    <message>
        <source>{0} knows pictures, not words. Install a model that takes words, such as CLIP, and index the folders with it; then press Enter again.</source>
        <translation>{0} kennt Bilder, keine Wörter. Installieren Sie ein Modell, das Wörter versteht, etwa CLIP, und indizieren Sie die Ordner damit; drücken Sie dann noch einmal die Eingabetaste.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>No picture passes the filters</source>
        <translation>Kein Bild entspricht den Filtern</translation>
    </message>
    <message>
        <source>They leave nothing of this library to search in. Clear them, or change them beside the query.</source>
        <translation>Sie lassen von dieser Bibliothek nichts übrig, worin sich suchen ließe. Heben Sie sie auf, oder ändern Sie sie neben der Suchanfrage.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No picture of this library has been indexed with this model yet.</source>
        <translation>Noch ist kein Bild dieser Bibliothek mit diesem Modell indiziert.</translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>Erneut indizieren</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Order of the matches</source>
        <translation>Reihenfolge der Treffer</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Size of thumbnails (Ctrl++, Ctrl+−, Ctrl with the wheel)</source>
        <translation>Größe der Vorschaubilder (Strg++, Strg+−, Strg mit Mausrad)</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Größere Vorschaubilder</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Kleinere Vorschaubilder</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Beste zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Nach Ordner</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Bestbewertete zuerst</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>List of matches</source>
        <translation>Trefferliste</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Matches, best first</source>
        <translation>Treffer, beste zuerst</translation>
    </message>
    <message>
        <source>weaker matches</source>
        <translation>schwächere Treffer</translation>
    </message>
    <message>
        <source>no strong match; these are the best there are</source>
        <translation>kein starker Treffer; dies sind die besten</translation>
    </message>
</context>
<context>
    <name>SavePopup</name>
    <message>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Examples, regions and filters are kept with the library.</source>
        <translation>Beispiele, Ausschnitte und Filter werden mit der Bibliothek aufbewahrt.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>Wählen: {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Find a setting ({0})</source>
        <translation>Einstellung suchen ({0})</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>No setting fits these words.</source>
        <translation>Keine Einstellung passt zu diesen Wörtern.</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Auf Stan&amp;dard zurücksetzen</translation>
    </message>
    <message>
        <source>Give every setting of this page its default again</source>
        <translation>Alle Einstellungen dieser Seite auf den Standard zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Every setting of the page “{0}” has its default already.</source>
        <translation>Alle Einstellungen der Seite „{0}“ haben schon ihren Standardwert.</translation>
    </message>
    <message>
        <source>The settings of the page “{0}” have their defaults again.</source>
        <translation>Alle Einstellungen der Seite „{0}“ haben wieder ihren Standardwert.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Find a shortcut by what it does or by its keys</source>
        <translation>Tastenkürzel nach Wirkung oder Tasten suchen</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Tastenkürzel suchen</translation>
    </message>
    <message>
        <source>No shortcut fits these words.</source>
        <translation>Kein Tastenkürzel passt zu diesen Wörtern.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>SideChoice</name>
    <message>
        <source>Smallest size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Beliebige Größe</translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation>Ab {0} px</translation>
    </message>
    <message>
        <source>Own number…</source>
        <translation>Eigene Zahl…</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels of the shorter side, at least</source>
        <translation>Pixel der kürzeren Seite, mindestens</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Skipped files</source>
        <translation>Übersprungene Dateien</translation>
    </message>
    <message>
        <source>Filter by name, folder or reason</source>
        <translation>Nach Name, Ordner oder Grund filtern</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>Art des Grundes</translation>
    </message>
    <message>
        <source>All reasons ({0})</source>
        <translation>Alle Gründe ({0})</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation>In Dateiverwaltung an&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>Als Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation>Alle erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} not in the library</source>
        <translation>{0} nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>They are tried again when they change.</source>
        <translation>Bei einer Änderung wird es erneut versucht.</translation>
    </message>
    <message>
        <source>Nothing was skipped</source>
        <translation>Es wurde nichts übersprungen</translation>
    </message>
    <message>
        <source>Every picture that was found is in the library.</source>
        <translation>Jedes gefundene Bild ist in der Bibliothek.</translation>
    </message>
    <message>
        <source>&amp;Try {0} again</source>
        <translation>{0} erneut &amp;versuchen</translation>
    </message>
</context>
<context>
    <name>SkippedModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating (1 to 5, 0 for none)</source>
        <translation>Bewertung (1 bis 5, 0 für keine)</translation>
    </message>
    <message>
        <source>Rating: {0} of {1}</source>
        <translation>Bewertung: {0} von {1}</translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation>Bewertung: keine</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Number of matches</source>
        <translation>Anzahl der Treffer</translation>
    </message>
    <message>
        <source>How the search was done</source>
        <translation>Wie gesucht wurde</translation>
    </message>
    <message>
        <source>decode {0}</source>
        <translation>Dekodieren {0}</translation>
    </message>
    <message>
        <source>exact, {0}</source>
        <translation>exakt, {0}</translation>
    </message>
    <message>
        <source>graph, {0}</source>
        <translation>Graph, {0}</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>Modell {0}</translation>
    </message>
    <message>
        <source>model {0} on {1}</source>
        <translation>Modell {0} auf {1}</translation>
    </message>
    <message>
        <source>refine {0}</source>
        <translation>Verfeinern {0}</translation>
    </message>
    <message>
        <source>{0}; {1} in all</source>
        <translation>{0}; insgesamt {1}</translation>
    </message>
    <message>
        <source>The model runs on: {0}</source>
        <translation>Das Modell läuft auf: {0}</translation>
    </message>
    <message>
        <source>{0} strong of {1} shown</source>
        <translation>{1} angezeigt, davon {0} stark</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Schritt {0} von {1}: {2}</translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>Match strength</source>
        <translation>Trefferstärke</translation>
    </message>
    <message>
        <source>Match &amp;strength</source>
        <translation>Treffer&amp;stärke</translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation>1 von {0}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>For words, or several examples, this library has too few pictures to tell how rare a match is.</source>
        <translation>Bei Wörtern oder mehreren Beispielen hat diese Bibliothek zu wenige Bilder, um zu sagen, wie selten ein Treffer ist.</translation>
    </message>
    <message>
        <source>This library has too few pictures to tell how rare a match is.</source>
        <translation>Diese Bibliothek hat zu wenige Bilder, um zu sagen, wie selten ein Treffer ist.</translation>
    </message>
    <message>
        <source>Stronger matches are as rare as 1 in {0} random pairs.</source>
        <translation>Stärkere Treffer sind so selten wie 1 von {0} zufälligen Paaren.</translation>
    </message>
    <message>
        <source>Draw a line below the matches that are rarer than chance</source>
        <translation>Eine Linie unter die Treffer ziehen, die seltener sind als Zufall</translation>
    </message>
</context>
<context>
    <name>ThumbnailWall</name>
    <message>
        <source>Pictures indexed last</source>
        <translation>Zuletzt indizierte Bilder</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Search for a picture or for words</source>
        <translation>Nach einem Bild oder nach Wörtern suchen</translation>
    </message>
    <message>
        <source>Drop, paste or open a picture, or type what you look for</source>
        <translation>Bild ablegen, einfügen oder öffnen, oder Suchwörter eingeben</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that is searched with</source>
        <translation>Modell, mit dem gesucht wird</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture (Enter)</source>
        <translation>Nach dem suchen, was im Feld steht, oder ein Bild wählen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Drop, paste or open a picture, or enter its path or web address</source>
        <translation>Bild ablegen, einfügen oder öffnen, oder Pfad oder Webadresse eingeben</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>Keine Bibliothek</translation>
    </message>
    <message>
        <source>Open or make a library (Ctrl+L)</source>
        <translation>Bibliothek öffnen oder anlegen (Strg+L)</translation>
    </message>
    <message>
        <source>{0}
{1}; all libraries: Ctrl+L</source>
        <translation>{0}
{1}; alle Bibliotheken: Strg+L</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Match {0}: {1}</source>
        <translation>Treffer {0}: {1}</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Previous</source>
        <translation>Voriger</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>The whole picture, or its pixels one to one</source>
        <translation>Ganzes Bild oder seine Pixel eins zu eins</translation>
    </message>
    <message>
        <source>Compare with the next example</source>
        <translation>Mit dem nächsten Beispiel vergleichen</translation>
    </message>
    <message>
        <source>Zoom and move both together</source>
        <translation>Beide zusammen zoomen und verschieben</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Seiten tauschen</translation>
    </message>
    <message>
        <source>Compare with the query</source>
        <translation>Mit der Suchanfrage vergleichen</translation>
    </message>
    <message>
        <source>Outline of the query in the match</source>
        <translation>Umriss der Suchanfrage im Treffer</translation>
    </message>
    <message>
        <source>Where in the match it is like the query</source>
        <translation>Wo der Treffer der Suche gleicht</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Ähnliche finden</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Rank {0} by its score</source>
        <translation>Rang {0} nach Wert</translation>
    </message>
    <message>
        <source>Score: {0}</source>
        <translation>Wert: {0}</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>Wert {0}</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Example {0} of {1}</source>
        <translation>Beispiel {0} von {1}</translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Opening “{0}”</source>
        <translation>„{0}“ wird geöffnet</translation>
    </message>
    <message>
        <source>Verifying {0}</source>
        <translation>{0} wird überprüft</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Find pictures by what they look like.</source>
        <translation>Finden Sie Bilder nach ihrem Aussehen.</translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation>Ordner mit Bildern hier ablegen</translation>
    </message>
    <message>
        <source>It is indexed on this computer; no picture leaves it, and none is changed.</source>
        <translation>Die Indizierung läuft auf diesem Computer; kein Bild verlässt ihn, und keines wird geändert.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Try with sample pictures</source>
        <translation>Mit Beispielbildern ausprobieren</translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>The program crashed the last time. What was indexed is kept; folders that are watched go on by themselves.</source>
        <translation>Das Programm ist beim letzten Mal abgestürzt. Was indiziert war, ist erhalten; überwachte Ordner werden von selbst fortgesetzt.</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Bericht öffnen</translation>
    </message>
    <message>
        <source>imsearch {0} is out; this is {1}.</source>
        <translation>imsearch {0} ist erschienen; dies ist {1}.</translation>
    </message>
    <message>
        <source>Show its &amp;page</source>
        <translation>&amp;Seite zeigen</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>&amp;Protokoll öffnen</translation>
    </message>
    <message>
        <source>Show the log’s &amp;folder</source>
        <translation>&amp;Ordner des Protokolls anzeigen</translation>
    </message>
    <message>
        <source>&amp;About imsearch</source>
        <translation>Ü&amp;ber imsearch</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Zum nächsten Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>Go to the part of the window before</source>
        <translation>Zum vorigen Teil des Fensters gehen</translation>
    </message>
    <message>
        <source>There is nothing to compare {0} with yet: index a folder of pictures, then it is searched for.</source>
        <translation>Noch gibt es nichts, womit sich {0} vergleichen ließe: Indizieren Sie einen Ordner mit Bildern, dann wird danach gesucht.</translation>
    </message>
    <message>
        <source>Index a folder…</source>
        <translation>Ordner indizieren…</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>No file fits this filter.</source>
        <translation>Keine Datei passt zu diesem Filter.</translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
</TS>
