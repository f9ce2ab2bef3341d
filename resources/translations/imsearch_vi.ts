<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Cosine</source>
        <translation>Cosine</translation>
    </message>
    <message>
        <source>L2 (Euclidean)</source>
        <translation>L2 (Euclid)</translation>
    </message>
    <message>
        <source>L1 (absolute)</source>
        <translation>L1 (tuyệt đối)</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Tương quan</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Lập chỉ mục</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>Có hiệu lực từ lần khởi động sau.</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Both are neutral, so that the colours of pictures are judged rightly.</source>
        <translation>Cả hai đều có tông trung tính để nhìn màu ảnh cho đúng.</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Độ đo</translation>
    </message>
    <message>
        <source>How two pictures are compared. Changing it asks the query again.</source>
        <translation>Cách so sánh hai ảnh. Khi đổi độ đo, truy vấn được chạy lại.</translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation>Số ảnh hiển thị</translation>
    </message>
    <message>
        <source>The best so many matches; the weaker ones are left out.</source>
        <translation>Chỉ hiện chừng này kết quả tốt nhất; các kết quả yếu hơn được lược bớt.</translation>
    </message>
    <message>
        <source>Match strength</source>
        <translation>Độ khớp</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>Cỡ ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>The longer side in the results.</source>
        <translation>Cạnh dài của ảnh trong phần kết quả.</translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation>Số nhân bộ xử lý dùng để lập chỉ mục</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation>Các chương trình khác luôn được ưu tiên; dùng ít nhân hơn thì máy mát và êm hơn.</translation>
    </message>
    <message>
        <source>Models run on</source>
        <translation>Chạy mô hình trên</translation>
    </message>
    <message>
        <source>What is best and trusted</source>
        <translation>Thiết bị tốt nhất, đáng tin cậy</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Bộ xử lý</translation>
    </message>
    <message>
        <source>A graphics processor is used once it gives the same answers as the processor.</source>
        <translation>Bộ xử lý đồ họa chỉ được dùng khi cho kết quả giống như bộ xử lý.</translation>
    </message>
    <message>
        <source>Precision of models</source>
        <translation>Độ chính xác của mô hình</translation>
    </message>
    <message>
        <source>8 bits where they agree</source>
        <translation>8 bit nếu kết quả giống nhau</translation>
    </message>
    <message>
        <source>Always full</source>
        <translation>Luôn đầy đủ</translation>
    </message>
    <message>
        <source>8 bits take half the time or less; new libraries are indexed that way where the matches stay the same.</source>
        <translation>8 bit chỉ tốn nửa thời gian hoặc ít hơn; thư viện mới được lập chỉ mục theo cách này nếu kết quả tìm kiếm vẫn như cũ.</translation>
    </message>
    <message>
        <source>Indexing while you work</source>
        <translation>Lập chỉ mục khi bạn đang làm việc</translation>
    </message>
    <message>
        <source>Leaves one core free</source>
        <translation>Chừa lại một nhân</translation>
    </message>
    <message>
        <source>Takes one core only</source>
        <translation>Chỉ dùng một nhân</translation>
    </message>
    <message>
        <source>Takes all cores</source>
        <translation>Dùng mọi nhân</translation>
    </message>
    <message>
        <source>While you search or move the mouse. When you rest, it takes all that it may.</source>
        <translation>Áp dụng khi bạn đang tìm kiếm hay di chuột. Khi bạn nghỉ, chương trình dùng hết mức được phép.</translation>
    </message>
    <message>
        <source>Thumbnails made while indexing, at most</source>
        <translation>Số ảnh thu nhỏ tối đa tạo khi lập chỉ mục</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>20,000 take about two gigabytes; the others are made when they are first seen.</source>
        <translation>20.000 ảnh thu nhỏ chiếm khoảng hai gigabyte; số còn lại được tạo khi xem lần đầu.</translation>
    </message>
    <message>
        <source>Look at watched network folders every</source>
        <translation>Quét thư mục mạng đang theo dõi mỗi</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Folders on this computer tell of changes by themselves; those on a network have to be asked.</source>
        <translation>Thư mục trên máy tính này tự báo khi có thay đổi; thư mục trên mạng thì phải quét.</translation>
    </message>
    <message>
        <source>Tell of newer versions</source>
        <translation>Báo khi có phiên bản mới hơn</translation>
    </message>
    <message>
        <source>Asks once a day; nothing is fetched, and nothing is sent but the version.</source>
        <translation>Hỏi mỗi ngày một lần; không tải gì về và không gửi gì ngoài số phiên bản.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln tệp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln thư mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s)</source>
        <translation>
            <numerusform>%Ln bộ lọc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln points agree</source>
        <translation>
            <numerusform>%Ln điểm khớp nhau</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} s</source>
        <comment>seconds</comment>
        <translation>{0} giây</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} phút</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} giờ {1} phút</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} giờ</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} ngày {1} giờ</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} ngày</translation>
    </message>
    <message>
        <source>{0} left</source>
        <comment>time</comment>
        <translation>còn {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
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
        <translation>{0} ảnh/giây</translation>
    </message>
    <message>
        <source>{0} is not an ONNX model that can be read: {1}.</source>
        <translation>{0} không phải mô hình ONNX đọc được: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>Không đọc được {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} is not an ONNX model: it holds no graph that gives something.</source>
        <translation>{0} không phải mô hình ONNX: tệp không chứa đồ thị nào cho ra kết quả.</translation>
    </message>
    <message>
        <source>{0} is not whole: it does not say which version of ONNX it needs, so export it again.</source>
        <translation>{0} không trọn vẹn: tệp không nêu cần phiên bản ONNX nào, vì vậy hãy xuất lại.</translation>
    </message>
    <message>
        <source>{0} needs at least {1} of memory, and only {2} are free: close other programs, or choose a smaller model.</source>
        <translation>{0} cần ít nhất {1} bộ nhớ, mà chỉ còn trống {2}: hãy đóng bớt chương trình khác hoặc chọn mô hình nhỏ hơn.</translation>
    </message>
    <message>
        <source>{0} is a folder: choose the .onnx file in it.</source>
        <translation>{0} là thư mục: hãy chọn tệp .onnx trong đó.</translation>
    </message>
    <message>
        <source>{0} is not a file: choose an .onnx file.</source>
        <translation>{0} không phải tệp: hãy chọn một tệp .onnx.</translation>
    </message>
    <message>
        <source>{0} has {1}, and an ONNX file can have no more than {2}: export it with its weights in a file of their own (external data).</source>
        <translation>{0} có dung lượng {1}, mà một tệp ONNX không được quá {2}: hãy xuất lại với trọng số để trong tệp riêng (external data).</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln other(s)</source>
        <comment>operators</comment>
        <translation>
            <numerusform>{0} và %Ln toán tử khác</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} needs operators that are no part of ONNX and that this program does not have ({1}): export it without them.</source>
        <translation>{0} cần các toán tử không thuộc ONNX và chương trình này không có ({1}): hãy xuất mô hình mà không dùng chúng.</translation>
    </message>
    <message>
        <source>{0} wants its weights from “{1}”, outside its own folder, and no model may read there: export it again with its weights beside it.</source>
        <translation>{0} đòi lấy trọng số từ “{1}”, nằm ngoài thư mục của mô hình, mà không mô hình nào được đọc ở đó: hãy xuất lại với trọng số để ngay bên cạnh.</translation>
    </message>
    <message>
        <source>The weights of {0} are missing: put the file “{1}” that came with it into the same folder.</source>
        <translation>Thiếu trọng số của {0}: hãy đặt tệp “{1}” đi kèm vào cùng thư mục.</translation>
    </message>
    <message>
        <source>The weights of {0}, “{1}”, are a link to another folder: put the file itself beside the model.</source>
        <translation>Trọng số của {0}, “{1}”, là liên kết đến thư mục khác: hãy đặt chính tệp đó bên cạnh mô hình.</translation>
    </message>
    <message>
        <source>The weights of {0} are missing: “{1}” is not a file.</source>
        <translation>Thiếu trọng số của {0}: “{1}” không phải tệp.</translation>
    </message>
    <message>
        <source>The weights of {0} are not whole: “{1}” has {2} bytes of at least {3}; download it again.</source>
        <translation>Trọng số của {0} không trọn vẹn: “{1}” có {2} byte trong khi cần ít nhất {3}; hãy tải lại.</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <comment>list</comment>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>The graph takes pictures of any size: taken to be {0} x {1}.</source>
        <translation>Đồ thị nhận ảnh với mọi kích thước: tạm lấy {0} x {1}.</translation>
    </message>
    <message>
        <source>The files beside it say {0} x {1}, and the graph takes {2} x {3}.</source>
        <translation>Các tệp đi kèm ghi {0} x {1}, còn đồ thị nhận {2} x {3}.</translation>
    </message>
    <message>
        <source>What happens to a picture is taken from {0} beside it.</source>
        <translation>Cách xử lý ảnh được lấy từ {0} đi kèm.</translation>
    </message>
    <message>
        <source>The size of a picture is taken from {0} beside it.</source>
        <translation>Kích thước ảnh được lấy từ {0} đi kèm.</translation>
    </message>
    <message>
        <source>Pixels go in as {0}.</source>
        <translation>Giá trị pixel đưa vào: {0}.</translation>
    </message>
    <message>
        <source>Nothing says how pixels become numbers: taken to be {0}, as is usual for {1}.</source>
        <translation>Không có thông tin về cách đổi pixel thành số: tạm lấy {0}, như thường dùng cho {1}.</translation>
    </message>
    <message>
        <source>Nothing says how pixels become numbers: taken to be {0}, as for most models.</source>
        <translation>Không có thông tin về cách đổi pixel thành số: tạm lấy {0}, như hầu hết các mô hình.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: the short side becomes {0} pixels, then the middle is cut out.</source>
        <translation>Không có thông tin về cách chỉnh cỡ ảnh: cạnh ngắn được đưa về {0} pixel, rồi cắt lấy phần giữa.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: it is squashed to the size of the input, whatever its shape.</source>
        <translation>Không có thông tin về cách chỉnh cỡ ảnh: ảnh được ép vừa kích thước đầu vào, bất kể tỷ lệ.</translation>
    </message>
    <message>
        <source>Nothing says how a picture is fitted: it is kept whole, with a border.</source>
        <translation>Không có thông tin về cách chỉnh cỡ ảnh: giữ cả ảnh và thêm viền.</translation>
    </message>
    <message>
        <source>{0} is a classifier: it gives {1} class scores and no vector. Export it with the layer before the classes as an output, or ask for the scores knowingly (--output {2}).</source>
        <translation>{0} là mô hình phân loại: nó cho {1} điểm phân lớp chứ không cho vectơ. Hãy xuất lại với tầng đứng trước tầng phân lớp làm đầu ra, hoặc chủ động yêu cầu dùng điểm phân lớp (--output {2}).</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Of its outputs, “{0}” looks most like a vector; {1} can be had as well.</source>
        <translation>Trong các đầu ra, “{0}” giống vectơ nhất; cũng có thể dùng {1}.</translation>
    </message>
    <message>
        <source>It was made to name classes, too: their scores are left aside.</source>
        <translation>Mô hình này còn được tạo ra để phân lớp: các điểm phân lớp được bỏ qua.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are no numbers.</source>
        <translation>{0} không có đầu ra nào dùng làm vectơ được: vectơ có hai chiều, token có ba, bản đồ đặc trưng có bốn, còn các đầu ra của mô hình này không phải là số.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: a vector has two dimensions, tokens three, maps four, and its outputs are {1}.</source>
        <translation>{0} không có đầu ra nào dùng làm vectơ được: vectơ có hai chiều, token có ba, bản đồ đặc trưng có bốn, còn các đầu ra của mô hình này là {1}.</translation>
    </message>
    <message>
        <source>{0} has no output {1!r}: name one of {2}.</source>
        <translation>{0} không có đầu ra {1!r}: hãy chọn một trong {2}.</translation>
    </message>
    <message>
        <source>The output {0} of {1} is no vector, no tokens and no map: choose another.</source>
        <translation>Đầu ra {0} của {1} không phải vectơ, token hay bản đồ đặc trưng: hãy chọn đầu ra khác.</translation>
    </message>
    <message>
        <source>“{0}” are the scores of {1} classes, as you asked for: pictures count as alike when they show the same kinds of things.</source>
        <translation>“{0}” là điểm phân lớp của {1} lớp, đúng như bạn yêu cầu: các ảnh được coi là giống nhau khi cho thấy cùng loại sự vật.</translation>
    </message>
    <message>
        <source>Pooling {0!r} does not fit the output {1} of {2}: it takes {3}.</source>
        <translation>Cách gộp (pooling) {0!r} không hợp với đầu ra {1} của {2}: đầu ra này nhận {3}.</translation>
    </message>
    <message>
        <source>“{0}” is {1}: its first token is taken.</source>
        <translation>“{0}” có kích thước {1}: lấy token đầu tiên.</translation>
    </message>
    <message>
        <source>“{0}” is {1}: the mean of its places is taken.</source>
        <translation>“{0}” có kích thước {1}: lấy trung bình của các vị trí.</translation>
    </message>
    <message numerus="yes">
        <source>“{0}” has {1} x {2} patches after %Ln other token(s): with them it can say where a match lies.</source>
        <translation>
            <numerusform>“{0}” có {1} x {2} mảnh ảnh sau %Ln token khác: nhờ đó có thể chỉ ra chỗ khớp trong ảnh.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} does not say how long its output {1!r} is: describe it in a model.toml, or import it with `imsearch models import`.</source>
        <translation>{0} không cho biết đầu ra {1!r} dài bao nhiêu: hãy mô tả mô hình trong một tệp model.toml, hoặc nhập bằng `imsearch models import`.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln trang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted of %Ln picture(s).</source>
        <translation>
            <numerusform>Đã đánh dấu %Ln ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The label {0} was renamed on %Ln picture(s).</source>
        <translation>
            <numerusform>Đã đổi tên nhãn {0} trên %Ln ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The label {0} was taken from %Ln picture(s).</source>
        <translation>
            <numerusform>Đã gỡ nhãn {0} khỏi %Ln ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>Đã sao chép %Ln ảnh vào {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>Đã chuyển %Ln ảnh vào {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln picture(s) to the trash.</source>
        <translation>
            <numerusform>Đã chuyển %Ln ảnh vào thùng rác.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was cancelled before the others.</source>
        <translation>Đã hủy trước khi làm đến các ảnh còn lại.</translation>
    </message>
    <message>
        <source>The export was cancelled, and nothing is left of it.</source>
        <translation>Đã hủy xuất, không để lại gì.</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln picture(s) to {0}.</source>
        <translation>
            <numerusform>Đã xuất %Ln ảnh vào {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be read, so only names stand there: {0}.</source>
        <translation>
            <numerusform>Không đọc được %Ln ảnh nên ở đó chỉ có tên: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marking %Ln picture(s)</source>
        <translation>
            <numerusform>đánh dấu %Ln ảnh</numerusform>
        </translation>
    </message>
    <message>
        <source>renaming the label {0}</source>
        <translation>đổi tên nhãn {0}</translation>
    </message>
    <message>
        <source>deleting the label {0}</source>
        <translation>xóa nhãn {0}</translation>
    </message>
    <message numerus="yes">
        <source>copying %Ln picture(s)</source>
        <translation>
            <numerusform>sao chép %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %Ln picture(s)</source>
        <translation>
            <numerusform>chuyển %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>moving %Ln picture(s) to the trash</source>
        <translation>
            <numerusform>chuyển %Ln ảnh vào thùng rác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exporting %Ln picture(s)</source>
        <translation>
            <numerusform>xuất %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone for %Ln picture(s).</source>
        <translation>
            <numerusform>Đã hoàn tác cho %Ln ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not done for %Ln picture(s): {0}.</source>
        <translation>
            <numerusform>Không thực hiện được với %Ln ảnh: {0}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}; and %Ln more</source>
        <translation>
            <numerusform>{0}; và %Ln tệp khác</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Style</source>
        <translation>Gi&amp;ao diện</translation>
    </message>
    <message>
        <source>When the pictures were taken</source>
        <translation>Thời gian chụp ảnh</translation>
    </message>
    <message>
        <source>Of the shorter side</source>
        <translation>Tính theo cạnh ngắn</translation>
    </message>
    <message>
        <source>Rated so or better</source>
        <translation>Xếp hạng từ mức này trở lên</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Vuông</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Other folders only</source>
        <translation>Chỉ thư mục khác</translation>
    </message>
    <message>
        <source>One of a burst</source>
        <translation>Một ảnh mỗi loạt chụp</translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation>Từ {0} px</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} đến {1}</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>Từ {0}</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>Đến {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} và {1} mục khác</translation>
    </message>
    <message>
        <source>{0} less like</source>
        <translation>{0} mẫu không giống</translation>
    </message>
    <message>
        <source>yesterday, {0}</source>
        <translation>hôm qua, {0}</translation>
    </message>
    <message>
        <source>Remove {0} from the library?</source>
        <translation>Gỡ bỏ {0} khỏi thư viện?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Gỡ bỏ</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Remove the vectors of {0}?</source>
        <translation>Gỡ bỏ vectơ của {0}?</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Which of its pictures?</source>
        <translation>Lấy những ảnh nào?</translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation>Gồm cả thư mục &amp;con</translation>
    </message>
    <message>
        <source>&amp;Watch this folder: changes are noticed without being asked for</source>
        <translation>Th&amp;eo dõi thư mục này: tự nhận biết mọi thay đổi</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Loại trừ</translation>
    </message>
    <message>
        <source>names, subfolders or patterns, for example: backup, *.thumb.jpg, raw/*</source>
        <translation>tên, thư mục con hoặc mẫu tên, ví dụ: backup, *.thumb.jpg, raw/*</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>L&amp;oại trừ</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Áp dụng</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Back to the pictures (Esc)</source>
        <translation>Quay lại các ảnh (Esc)</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Đánh giá</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Quy trình</translation>
    </message>
    <message>
        <source>Which images count as right, as neither, and as wrong</source>
        <translation>Ảnh nào tính là đúng, ảnh nào không tính, ảnh nào tính là sai</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Lưu báo cáo…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>T&amp;hay đổi…</translation>
    </message>
    <message>
        <source>Choose other ways, or another ground truth</source>
        <translation>Chọn cách tìm khác hoặc đáp án chuẩn khác</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Writing: {0} of {1} pictures</source>
        <translation>Đang ghi: {0}/{1} ảnh</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>Name of the library</source>
        <translation>Tên thư viện</translation>
    </message>
    <message>
        <source>Delete the library</source>
        <translation>Xóa thư viện</translation>
    </message>
    <message>
        <source>The library {0} is deleted; its pictures are where they were.</source>
        <translation>Đã xóa thư viện {0}; các ảnh vẫn ở nguyên chỗ cũ.</translation>
    </message>
    <message>
        <source>This library, which may have been made elsewhere, asks for folders to be watched, so that their pictures are taken in by themselves: {0}. They are not watched unless you want it.</source>
        <translation>Thư viện này có thể được tạo ở nơi khác và muốn theo dõi các thư mục để tự động thêm ảnh: {0}. Chúng chỉ được theo dõi khi bạn muốn.</translation>
    </message>
    <message>
        <source>Watch them</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>Back again: {0}.</source>
        <translation>Đã kết nối lại: {0}.</translation>
    </message>
    <message>
        <source>Remove vectors…</source>
        <translation>Gỡ bỏ vectơ…</translation>
    </message>
    <message>
        <source>The only model: without it the library could not be searched</source>
        <translation>Mô hình duy nhất: thiếu mô hình này thì không tìm được trong thư viện</translation>
    </message>
    <message>
        <source>New name of the library</source>
        <translation>Tên mới của thư viện</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi tê&amp;n</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Đổi tên (F2)</translation>
    </message>
    <message>
        <source>{0} is a folder: name a file in it for the page.</source>
        <translation>{0} là thư mục: hãy nêu tên một tệp trong đó để lưu trang.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Ground truth</source>
        <translation>Đáp án chuẩn</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Truy vấn</translation>
    </message>
    <message>
        <source>Pictures in the library</source>
        <translation>Ảnh trong thư viện</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Thời gian chạy</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) that were confused less often are not shown.</source>
        <translation>
            <numerusform>Không hiện %Ln lớp ít bị nhầm hơn.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): choose another place.</source>
        <translation>Không ghi được {0} ({1}): hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>&amp;Show its folder</source>
        <translation>&amp;Hiện thư mục</translation>
    </message>
    <message>
        <source>&amp;Add a folder…</source>
        <translation>&amp;Thêm thư mục…</translation>
    </message>
    <message>
        <source>Show &amp;which…</source>
        <translation>&amp;Xem danh sách…</translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation>Thử &amp;lại tất cả</translation>
    </message>
    <message>
        <source>&amp;Evaluate…</source>
        <translation>Đá&amp;nh giá…</translation>
    </message>
    <message>
        <source>&amp;Delete this library…</source>
        <translation>Xóa thư &amp;viện này…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>No folder belongs to this library yet.</source>
        <translation>Thư viện này chưa có thư mục nào.</translation>
    </message>
    <message>
        <source>It was not indexed yet.</source>
        <translation>Chưa được lập chỉ mục.</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Tệp bị bỏ qua</translation>
    </message>
    <message>
        <source>Nothing was skipped.</source>
        <translation>Không có tệp nào bị bỏ qua.</translation>
    </message>
    <message>
        <source>Library “{0}”</source>
        <translation>Thư viện “{0}”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) found, but not in the library</source>
        <translation>
            <numerusform>Tìm thấy %Ln tệp nhưng không có trong thư viện</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is {0} now: of %Ln picture(s) that were looked for there {1} were found, and all {2} keep what is known of them.</source>
        <translation>
            <numerusform>Thư mục nay nằm ở {0}: tìm thử %Ln ảnh ở đó thì thấy {1}; toàn bộ {2} ảnh đều giữ nguyên thông tin đã có.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) have left the library with {0}. Their files stay where they are.</source>
        <translation>
            <numerusform>%Ln ảnh đã rời khỏi thư viện cùng với {0}. Các tệp vẫn ở nguyên chỗ cũ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where is {0} now?</source>
        <translation>{0} giờ ở đâu?</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Không còn nữa</translation>
    </message>
    <message>
        <source>Index now</source>
        <translation>Lập chỉ mục ngay</translation>
    </message>
    <message>
        <source>It has moved…</source>
        <translation>Đã dời chỗ…</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Tùy chọn…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Gỡ bỏ…</translation>
    </message>
    <message>
        <source>Offline: its pictures are kept, and found as before</source>
        <translation>Ngoại tuyến: ảnh vẫn được giữ và tìm được như trước</translation>
    </message>
    <message>
        <source>Looking whether it is there…</source>
        <translation>Đang kiểm tra xem có ở đó không…</translation>
    </message>
    <message>
        <source>Find a library</source>
        <translation>Tìm thư viện</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Gỡ khỏi danh sách</translation>
    </message>
    <message>
        <source>No library is called like this.</source>
        <translation>Không có thư viện nào tên như vậy.</translation>
    </message>
    <message>
        <source>There is no library yet.</source>
        <translation>Chưa có thư viện nào.</translation>
    </message>
    <message>
        <source>&amp;Take it off the list</source>
        <translation>&amp;Gỡ khỏi danh sách</translation>
    </message>
    <message>
        <source>&amp;Delete the library…</source>
        <translation>&amp;Xóa thư viện…</translation>
    </message>
    <message>
        <source>Not there any more: {0}</source>
        <translation>Không còn ở đó: {0}</translation>
    </message>
    <message>
        <source>“{0}” is not there: its folder was moved or deleted, or its disk is not connected.</source>
        <translation>Không tìm thấy “{0}”: thư mục đã bị dời đi hoặc bị xóa, hoặc ổ đĩa chưa được kết nối.</translation>
    </message>
    <message>
        <source>catalog {0}</source>
        <translation>danh mục {0}</translation>
    </message>
    <message>
        <source>vectors {0}</source>
        <translation>vectơ {0}</translation>
    </message>
    <message>
        <source>graph {0}</source>
        <translation>đồ thị {0}</translation>
    </message>
    <message>
        <source>catalog of the version before {0}</source>
        <translation>danh mục của phiên bản trước {0}</translation>
    </message>
    <message>
        <source>Searches again with the query and its best matches, all alike</source>
        <translation>Tìm lại bằng truy vấn cùng các kết quả khớp nhất, tất cả như nhau</translation>
    </message>
    <message>
        <source>Searches again with the query and its best matches, each by its similarity</source>
        <translation>Tìm lại bằng truy vấn cùng các kết quả khớp nhất, mỗi kết quả theo độ giống của nó</translation>
    </message>
    <message>
        <source>Puts those first that share their neighbours with the query</source>
        <translation>Đưa lên đầu những ảnh có chung láng giềng với truy vấn</translation>
    </message>
    <message>
        <source>Puts those first in which points of the query are found again</source>
        <translation>Đưa lên đầu những ảnh có các điểm trùng với điểm của truy vấn</translation>
    </message>
    <message>
        <source>One search, and nothing else</source>
        <translation>Chỉ tìm một lần, không làm gì thêm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln truy vấn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln lớp</numerusform>
        </translation>
    </message>
    <message>
        <source>Easy</source>
        <translation>Dễ</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Khó</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln mô hình</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln metric(s)</source>
        <translation>
            <numerusform>%Ln độ đo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refinement(s)</source>
        <translation>
            <numerusform>%Ln cách tinh chỉnh</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: {1}, {2} each</source>
        <translation>{0}: {1} × {2}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln way(s)</source>
        <translation>
            <numerusform>%Ln cách tìm</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring the answers</source>
        <translation>Đang đo các câu trả lời</translation>
    </message>
    <message>
        <source>Looking at the regions</source>
        <translation>Đang xem các vùng chọn</translation>
    </message>
    <message>
        <source>{0} of {1} answers</source>
        <translation>{0}/{1} câu trả lời</translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the best match of {1} of %Ln question(s) is right ({2} %).</source>
        <translation>
            <numerusform>“{0}”: {1} trong %Ln truy vấn có kết quả khớp nhất là đúng ({2}%).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{0}”: the best match of {1} of %Ln question(s) is of “{2}” ({3} %).</source>
        <translation>
            <numerusform>“{0}”: {1} trong %Ln truy vấn có kết quả khớp nhất thuộc “{2}” ({3}%).</numerusform>
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
        <translation>{0} trên đĩa: {1}</translation>
    </message>
    <message>
        <source>Not watched yet: the library asks for it, but nobody at this computer has</source>
        <translation>Chưa theo dõi: thư viện yêu cầu, nhưng chưa ai trên máy tính này đồng ý</translation>
    </message>
    <message numerus="yes">
        <source>{0} is offline: its %Ln picture(s) are kept.</source>
        <translation>
            <numerusform>{0} đang ngoại tuyến: vẫn giữ %Ln ảnh của thư mục này.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are no pictures in it now; the %Ln it had are kept.</source>
        <translation>
            <numerusform>Hiện không có ảnh nào trong đó; vẫn giữ %Ln ảnh từng có.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It had %Ln picture(s) and has none now. Are they gone, or is a disk not connected? Until you say so they are kept.</source>
        <translation>
            <numerusform>Thư mục này từng có %Ln ảnh, nay không còn ảnh nào. Ảnh không còn nữa, hay ổ đĩa chưa được kết nối? Ảnh vẫn được giữ cho đến khi bạn xác nhận.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) leave the library; the files stay where they are. Index the folder again, and they are back.</source>
        <translation>
            <numerusform>%Ln ảnh sẽ rời khỏi thư viện; các tệp vẫn ở nguyên chỗ cũ. Lập chỉ mục lại thư mục thì ảnh sẽ trở lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This leaves {0} of its %Ln picture(s) out of the library.</source>
        <translation>
            <numerusform>{0} trong số %Ln ảnh của thư mục này sẽ bị loại khỏi thư viện.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vector(s) of {0} numbers</source>
        <translation>
            <numerusform>%Ln vectơ, mỗi vectơ {0} số</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln vector(s) are deleted ({0}). To search with it again, the folders have to be indexed with it anew.</source>
        <translation>
            <numerusform>%Ln vectơ của mô hình này sẽ bị xóa ({0}). Muốn tìm bằng mô hình này lần nữa, phải lập chỉ mục lại các thư mục bằng nó.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln folder(s)</source>
        <comment>behind a number of pictures</comment>
        <translation>
            <numerusform>trong %Ln thư mục</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What it knows of %Ln picture(s) {0} is deleted: {1} of catalog, vectors and graphs, with labels and ratings. The pictures themselves stay where they are.</source>
        <translation>
            <numerusform>Mọi thông tin về %Ln ảnh {0} sẽ bị xóa: {1} gồm danh mục, vectơ và đồ thị, cùng với nhãn và xếp hạng. Bản thân các ảnh vẫn ở nguyên chỗ cũ.</numerusform>
        </translation>
    </message>
    <message>
        <source>without subfolders</source>
        <translation>không gồm thư mục con</translation>
    </message>
    <message>
        <source>without {0}</source>
        <translation>loại trừ {0}</translation>
    </message>
    <message>
        <source>Not watched: changes show when it is indexed again</source>
        <translation>Không theo dõi: thay đổi chỉ hiện ra khi lập chỉ mục lại</translation>
    </message>
    <message>
        <source>On the network, so looked through every {0} min</source>
        <translation>Nằm trên mạng nên được quét {0} phút một lần</translation>
    </message>
    <message>
        <source>The system watches no more folders, so looked through every {0} min</source>
        <translation>Hệ thống không theo dõi thêm được thư mục nào nữa nên được quét {0} phút một lần</translation>
    </message>
    <message>
        <source>Watched: changes are noticed without being asked for</source>
        <translation>Đang theo dõi: tự nhận biết mọi thay đổi</translation>
    </message>
    <message>
        <source>No picture that is in the library now is left out by this.</source>
        <translation>Không ảnh nào đang có trong thư viện bị loại trừ.</translation>
    </message>
    <message>
        <source>Delete the library “{0}”?</source>
        <translation>Xóa thư viện “{0}”?</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Đỏ</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Vàng</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Xanh lục</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Xanh ngọc</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Xanh lam</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Tím</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Hồng</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Xám</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Tìm ảnh tương tự</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Giống ảnh này</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Không giống ảnh này</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Page (*.html)</source>
        <translation>Trang (*.html)</translation>
    </message>
    <message>
        <source>Evaluation of {0}</source>
        <translation>Đánh giá {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>The report is saved as {0}.</source>
        <translation>Đã lưu báo cáo thành {0}.</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Hiện trong trình quản lý tệp</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Sao chép ảnh</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Sao chép đường dẫn</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) waiting</source>
        <translation>
            <numerusform>%Ln thông báo đang chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure its speed on this computer</source>
        <translation>Đo tốc độ trên máy tính này</translation>
    </message>
    <message>
        <source>Measure the speed of {0}</source>
        <translation>Đo tốc độ của {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Giấy phép: {0}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>không nêu rõ</translation>
    </message>
    <message>
        <source>Read the terms…</source>
        <translation>Đọc điều khoản…</translation>
    </message>
    <message>
        <source>Fetch under these terms</source>
        <translation>Tải theo điều khoản này</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>Gỡ bỏ {0}?</translation>
    </message>
    <message>
        <source>Looking which libraries use it…</source>
        <translation>Đang kiểm tra xem thư viện nào dùng mô hình này…</translation>
    </message>
    <message>
        <source>It is made on this computer, from published weights</source>
        <translation>Mô hình được tạo trên máy tính này, từ trọng số đã công bố</translation>
    </message>
    <message>
        <source>Nobody hands it out in the form that is needed here. Run this in a terminal; the first line is needed once.</source>
        <translation>Không nơi nào cung cấp sẵn mô hình ở dạng cần dùng ở đây. Hãy chạy lệnh sau trong terminal; dòng đầu chỉ cần chạy một lần.</translation>
    </message>
    <message>
        <source>Command for the terminal</source>
        <translation>Lệnh cho terminal</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>Sao chép các lệnh</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Kiểm tra lại</translation>
    </message>
    <message>
        <source>Look whether the model is there now</source>
        <translation>Kiểm tra xem đã có mô hình chưa</translation>
    </message>
    <message>
        <source>&amp;Replace the model of this id</source>
        <translation>&amp;Thay mô hình có ID này</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>One picture goes through it…</source>
        <translation>Đang chạy thử với một ảnh…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Nhập</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Vector</source>
        <translation>Vectơ</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>Nhập {0}</translation>
    </message>
    <message>
        <source>This form</source>
        <translation>Biểu mẫu này</translation>
    </message>
    <message>
        <source>There is a model with the id {0}: choose another, or replace that one.</source>
        <translation>Đã có mô hình mang ID {0}: hãy chọn ID khác hoặc thay mô hình đó.</translation>
    </message>
    <message>
        <source>Convolutional network</source>
        <translation>Mạng tích chập</translation>
    </message>
    <message>
        <source>Vision transformer</source>
        <translation>Vision transformer</translation>
    </message>
    <message>
        <source>Trained with words (CLIP and kin)</source>
        <translation>Huấn luyện cùng từ ngữ (CLIP và tương tự)</translation>
    </message>
    <message>
        <source>Hand-made descriptor</source>
        <translation>Bộ mô tả thủ công</translation>
    </message>
    <message>
        <source>Short side to a length, then the centre</source>
        <translation>Cắt giữa sau khi co cạnh ngắn</translation>
    </message>
    <message>
        <source>Squashed, whatever its shape</source>
        <translation>Ép vừa khung, bất kể tỷ lệ</translation>
    </message>
    <message>
        <source>Whole, with a border</source>
        <translation>Giữ cả ảnh, thêm viền</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicubic</translation>
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
        <translation>Gần nhất</translation>
    </message>
    <message>
        <source>rounded as torchvision does</source>
        <translation>làm tròn như torchvision</translation>
    </message>
    <message>
        <source>rounded as transformers does</source>
        <translation>làm tròn như transformers</translation>
    </message>
    <message>
        <source>rounded to the nearest pixel</source>
        <translation>làm tròn đến pixel gần nhất</translation>
    </message>
    <message>
        <source>Width of the input in pixels</source>
        <translation>Chiều rộng đầu vào (pixel)</translation>
    </message>
    <message>
        <source>Height of the input in pixels</source>
        <translation>Chiều cao đầu vào (pixel)</translation>
    </message>
    <message>
        <source>How a picture is fitted</source>
        <translation>Cách đưa ảnh về kích thước đầu vào</translation>
    </message>
    <message>
        <source>Length of the short side in pixels</source>
        <translation>Độ dài cạnh ngắn (pixel)</translation>
    </message>
    <message>
        <source>Grey of the border</source>
        <translation>Mức xám của viền</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Lấy mẫu</translation>
    </message>
    <message>
        <source>How the short side is rounded</source>
        <translation>Cách làm tròn cạnh ngắn</translation>
    </message>
    <message>
        <source>What pixels become</source>
        <translation>Giá trị pixel được đổi thành</translation>
    </message>
    <message>
        <source>Numbers of my own</source>
        <translation>Số tự nhập</translation>
    </message>
    <message>
        <source>Mean of {0}</source>
        <translation>Trung bình của màu {0}</translation>
    </message>
    <message>
        <source>Deviation of {0}</source>
        <translation>Độ lệch của màu {0}</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Hệ số</translation>
    </message>
    <message>
        <source>Order of the colours</source>
        <translation>Thứ tự màu</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Đỏ, lục, lam</translation>
    </message>
    <message>
        <source>Blue, green, red</source>
        <translation>Lam, lục, đỏ</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Bố cục</translation>
    </message>
    <message>
        <source>Colours first (NCHW)</source>
        <translation>Màu trước (NCHW)</translation>
    </message>
    <message>
        <source>Colours last (NHWC)</source>
        <translation>Màu sau (NHWC)</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a number of pixels</comment>
        <translation>về</translation>
    </message>
    <message>
        <source>of grey</source>
        <translation>mức xám</translation>
    </message>
    <message>
        <source>taken off red, green, blue</source>
        <translation>được trừ khỏi đỏ, lục, lam</translation>
    </message>
    <message>
        <source>what is left is divided by</source>
        <translation>là số chia cho phần còn lại</translation>
    </message>
    <message>
        <source>times the pixel, first of all</source>
        <translation>nhân với pixel trước tiên</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Chỉnh cỡ</translation>
    </message>
    <message>
        <source>Pixels become</source>
        <translation>Đổi pixel thành</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Độ lệch</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Mean, deviation and factor must be numbers: write 0.5, with a point.</source>
        <translation>Trung bình, độ lệch và hệ số phải là số: viết 0.5, dùng dấu chấm.</translation>
    </message>
    <message>
        <source>red</source>
        <translation>đỏ</translation>
    </message>
    <message>
        <source>green</source>
        <translation>lục</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>lam</translation>
    </message>
    <message>
        <source>Looking at {0}…</source>
        <translation>Đang kiểm tra {0}…</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>First token (CLS)</source>
        <translation>Token đầu (CLS)</translation>
    </message>
    <message>
        <source>Largest (MAC)</source>
        <translation>Cực đại (MAC)</translation>
    </message>
    <message>
        <source>Generalised mean (GeM)</source>
        <translation>Trung bình tổng quát (GeM)</translation>
    </message>
    <message>
        <source>Regional largest (R-MAC)</source>
        <translation>Cực đại theo vùng (R-MAC)</translation>
    </message>
    <message>
        <source>All of it, in one row</source>
        <translation>Toàn bộ, trải thành một hàng</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>Gộp</translation>
    </message>
    <message>
        <source>&amp;Scale every vector to length 1</source>
        <translation>&amp;Chuẩn hóa mọi vectơ về độ dài 1</translation>
    </message>
    <message>
        <source>How many numbers that gives is seen when the first picture goes through.</source>
        <translation>Có bao nhiêu số sẽ rõ khi ảnh đầu tiên được xử lý.</translation>
    </message>
    <message>
        <source>{0}   (scores of classes)</source>
        <translation>{0}   (điểm của các lớp)</translation>
    </message>
    <message>
        <source>{0}: {1} numbers</source>
        <translation>{0}: {1} số</translation>
    </message>
    <message>
        <source>ImageNet mean and deviation</source>
        <translation>Trung bình và độ lệch của ImageNet</translation>
    </message>
    <message>
        <source>CLIP mean and deviation</source>
        <translation>Trung bình và độ lệch của CLIP</translation>
    </message>
    <message>
        <source>−1 to 1 (mean and deviation 0.5)</source>
        <translation>−1 đến 1 (trung bình và độ lệch 0.5)</translation>
    </message>
    <message>
        <source>ImageNet&apos;s mean and deviation</source>
        <translation>trung bình và độ lệch của ImageNet</translation>
    </message>
    <message>
        <source>-1 to 1 (mean and deviation 0.5)</source>
        <translation>-1 đến 1 (trung bình và độ lệch 0.5)</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 đến 1</translation>
    </message>
    <message>
        <source>CLIP&apos;s mean and deviation</source>
        <translation>trung bình và độ lệch của CLIP</translation>
    </message>
    <message>
        <source>0 to 255 less the Caffe means, blue first</source>
        <translation>0 đến 255 trừ trung bình Caffe, màu lam trước</translation>
    </message>
    <message>
        <source>0 to 255, as they are, since the graph scales them itself</source>
        <translation>0 đến 255, giữ nguyên, vì đồ thị tự chia tỷ lệ</translation>
    </message>
    <message>
        <source>0 to 1, since the graph takes off the mean itself</source>
        <translation>0 đến 1, vì đồ thị tự trừ trung bình</translation>
    </message>
    <message>
        <source>0 to 255, as they are</source>
        <translation>0 đến 255, giữ nguyên</translation>
    </message>
    <message>
        <source>0 to 255 less the Caffe means, BGR</source>
        <translation>0 đến 255 trừ trung bình Caffe, BGR</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>nên dùng</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>có sẵn trong chương trình</translation>
    </message>
    <message>
        <source>for research only</source>
        <translation>chỉ để nghiên cứu</translation>
    </message>
    <message>
        <source>terms to be accepted</source>
        <translation>cần chấp nhận điều khoản</translation>
    </message>
    <message>
        <source>{0} numbers a picture</source>
        <translation>{0} số mỗi ảnh</translation>
    </message>
    <message>
        <source>takes words</source>
        <translation>hiểu từ ngữ</translation>
    </message>
    <message>
        <source>{0} to fetch</source>
        <translation>cần tải {0}</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>chưa rõ dung lượng</translation>
    </message>
    <message>
        <source>{0} and more to fetch</source>
        <translation>cần tải {0} trở lên</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>giấy phép {0}</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>giấy phép không nêu rõ</translation>
    </message>
    <message>
        <source>Not verified: {0}</source>
        <translation>Chưa kiểm chứng: {0}</translation>
    </message>
    <message>
        <source>{0}: {1} (from {2})</source>
        <translation>{0}: {1} (nguồn: {2})</translation>
    </message>
    <message>
        <source>{0}, not verified</source>
        <translation>{0}, chưa kiểm chứng</translation>
    </message>
    <message>
        <source>Comes from {0}</source>
        <translation>Lấy từ {0}</translation>
    </message>
    <message>
        <source>It may be used for research and private trials only, not in a product nor for work that is paid for; the licence has the exact words.</source>
        <translation>Chỉ được dùng cho nghiên cứu và thử nghiệm cá nhân, không dùng trong sản phẩm hay công việc được trả tiền; quy định chính xác nằm trong giấy phép.</translation>
    </message>
    <message>
        <source>Its publisher hands the files out to those only who have accepted the terms on the page of the model, signed in there.</source>
        <translation>Nhà phát hành chỉ cung cấp tệp cho người đã đăng nhập và chấp nhận điều khoản trên trang của mô hình.</translation>
    </message>
    <message>
        <source>Waits for the other installation</source>
        <translation>Đang chờ lượt cài đặt kia</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Checking its files…</source>
        <translation>Đang kiểm tra các tệp…</translation>
    </message>
    <message>
        <source>Installed; trying weights of 8 bits…</source>
        <translation>Đã cài đặt; đang thử trọng số 8 bit…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} trên {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>As it should be: cosine {0} to its reference</source>
        <translation>Đúng như mong đợi: cosine {0} so với kết quả chuẩn</translation>
    </message>
    <message>
        <source>Wrong: cosine {0} to its reference instead of 1. Install it again, and look whether that helps.</source>
        <translation>Sai lệch: cosine so với kết quả chuẩn là {0} thay vì 1. Hãy cài đặt lại rồi xem có khắc phục được không.</translation>
    </message>
    <message>
        <source>{0} were indexed with it. They keep its vectors, which are of use again once the model is back.</source>
        <translation>{0} đã được lập chỉ mục bằng mô hình này. Các thư viện đó vẫn giữ vectơ, dùng lại được khi có lại mô hình.</translation>
    </message>
    <message>
        <source>{0} was indexed with it. It keeps its vectors, which are of use again once the model is back.</source>
        <translation>{0} đã được lập chỉ mục bằng mô hình này. Thư viện đó vẫn giữ vectơ, dùng lại được khi có lại mô hình.</translation>
    </message>
    <message>
        <source>No library uses it.</source>
        <translation>Không thư viện nào dùng mô hình này.</translation>
    </message>
    <message>
        <source>{0} could not be looked at, and may use it too.</source>
        <translation>Không kiểm tra được {0}; có thể cũng dùng mô hình này.</translation>
    </message>
    <message>
        <source>No library that can be looked at uses it; {0} could not be.</source>
        <translation>Các thư viện kiểm tra được đều không dùng mô hình này; không kiểm tra được {0}.</translation>
    </message>
    <message>
        <source>Removing it frees {0}.</source>
        <translation>Gỡ bỏ sẽ giải phóng {0}.</translation>
    </message>
    <message numerus="yes">
        <source>{0} and %Ln more libraries</source>
        <translation>
            <numerusform>{0} và %Ln thư viện khác</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1}</source>
        <translation>{0} và {1}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Đã tạm dừng</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>Quét tìm ảnh</translation>
    </message>
    <message>
        <source>Learning what is usual here</source>
        <translation>Tìm hiểu nét chung của ảnh</translation>
    </message>
    <message>
        <source>Clearing away what pictures that are gone have left</source>
        <translation>Đang dọn những gì các ảnh không còn nữa để lại</translation>
    </message>
    <message>
        <source>Building the graph for quick search</source>
        <translation>Dựng đồ thị tìm kiếm nhanh</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Hoàn tất bước cuối</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>đã thấy %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) added</source>
        <translation>
            <numerusform>%Ln ảnh được thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln được thêm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) changed</source>
        <translation>
            <numerusform>%Ln ảnh thay đổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln thay đổi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) moved</source>
        <translation>
            <numerusform>%Ln ảnh đã dời chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moved</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln đã dời chỗ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) gone</source>
        <translation>
            <numerusform>%Ln ảnh không còn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln gone</source>
        <comment>pictures</comment>
        <translation>
            <numerusform>%Ln không còn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) skipped</source>
        <translation>
            <numerusform>%Ln tệp bị bỏ qua</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing has changed: %Ln picture(s) up to date</source>
        <translation>
            <numerusform>Không có gì thay đổi: %Ln ảnh vẫn như cũ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln bị bỏ qua</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no pictures in there.</source>
        <translation>Không có ảnh nào trong đó.</translation>
    </message>
    <message>
        <source>{0}, in {1}.</source>
        <translation>{0}, trong {1}.</translation>
    </message>
    <message>
        <source>Everywhere in the window</source>
        <translation>Mọi nơi trong cửa sổ</translation>
    </message>
    <message>
        <source>Query picture</source>
        <translation>Ảnh truy vấn</translation>
    </message>
    <message>
        <source>Matches, best first</source>
        <translation>Kết quả, tốt nhất trước</translation>
    </message>
    <message>
        <source>Field for the question</source>
        <translation>Ô tìm kiếm</translation>
    </message>
    <message>
        <source>Indexing wizard</source>
        <translation>Trình hướng dẫn lập chỉ mục</translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture</source>
        <translation>Tìm nội dung ghi trong ô, hoặc chọn ảnh</translation>
    </message>
    <message>
        <source>Go to another match</source>
        <translation>Sang kết quả khác</translation>
    </message>
    <message>
        <source>Go to the first or the last match</source>
        <translation>Đến kết quả đầu hoặc cuối</translation>
    </message>
    <message>
        <source>Go a page up or down</source>
        <translation>Lên hoặc xuống một trang</translation>
    </message>
    <message>
        <source>Move the region by a little</source>
        <translation>Dịch vùng chọn một chút</translation>
    </message>
    <message>
        <source>Search the whole picture again</source>
        <translation>Tìm lại theo toàn bộ ảnh</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Đóng thông báo</translation>
    </message>
    <message>
        <source>Take the folder off the list</source>
        <translation>Gỡ thư mục khỏi danh sách</translation>
    </message>
    <message>
        <source>Close; what runs goes on in the background</source>
        <translation>Đóng; việc đang chạy vẫn tiếp tục trong nền</translation>
    </message>
    <message>
        <source>Fold away what was asked, or close</source>
        <translation>Thu gọn phần đang hỏi, hoặc đóng</translation>
    </message>
    <message>
        <source>Show the file in the file manager</source>
        <translation>Hiện tệp trong trình quản lý tệp</translation>
    </message>
    <message>
        <source>Copy paths and reasons</source>
        <translation>Sao chép đường dẫn và lý do</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>Quay lại các ảnh</translation>
    </message>
    <message>
        <source>Sort by the column before or behind</source>
        <translation>Sắp xếp theo cột trước hoặc cột sau</translation>
    </message>
    <message>
        <source>Read the curves at another recall</source>
        <translation>Đọc đường cong ở độ phủ khác</translation>
    </message>
    <message>
        <source>Go to another cell</source>
        <translation>Chuyển sang ô khác</translation>
    </message>
    <message>
        <source>Show the questions of the cell</source>
        <translation>Hiện các truy vấn của ô</translation>
    </message>
    <message>
        <source>Search for the question</source>
        <translation>Tìm theo truy vấn này</translation>
    </message>
    <message>
        <source>Go to the match before or behind</source>
        <translation>Sang kết quả trước hoặc sau</translation>
    </message>
    <message>
        <source>Zoom: closer, away, whole picture, one to one, between both</source>
        <translation>Thu phóng: to hơn, nhỏ hơn, cả ảnh, tỷ lệ 1:1, chuyển giữa hai mức</translation>
    </message>
    <message>
        <source>Move what is enlarged</source>
        <translation>Di chuyển phần phóng to</translation>
    </message>
    <message>
        <source>Compare, lock both, swap sides, next example</source>
        <translation>So sánh, khóa cả hai, đổi bên, ảnh mẫu kế tiếp</translation>
    </message>
    <message>
        <source>Outline the query in a match whose geometry was checked, or not</source>
        <translation>Bật hoặc tắt đường viền truy vấn trong kết quả đã kiểm tra hình học</translation>
    </message>
    <message>
        <source>Show where the match is like the query, or all of it</source>
        <translation>Hiện chỗ nào trong kết quả giống ảnh tìm, hoặc toàn bộ</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Đóng xem trước</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Copy %Ln row(s) as text</source>
        <translation>
            <numerusform>&amp;Sao chép %Ln dòng dạng văn bản</numerusform>
        </translation>
    </message>
    <message>
        <source>Match: {0}</source>
        <translation>Kết quả: {0}</translation>
    </message>
    <message>
        <source>Query: {0}</source>
        <translation>Truy vấn: {0}</translation>
    </message>
    <message>
        <source>Less like: {0}</source>
        <translation>Không giống: {0}</translation>
    </message>
    <message>
        <source>The picture of the query is being read</source>
        <translation>Đang đọc ảnh truy vấn</translation>
    </message>
    <message>
        <source>It appears here as soon as it is there.</source>
        <translation>Ảnh sẽ hiện ở đây ngay khi đọc xong.</translation>
    </message>
    <message>
        <source>The query is made of words</source>
        <translation>Truy vấn chỉ gồm từ ngữ</translation>
    </message>
    <message>
        <source>There is no picture to compare with. Select two matches and compare them with each other, or add a picture to the query.</source>
        <translation>Không có ảnh để so sánh. Hãy chọn hai kết quả để so sánh với nhau, hoặc thêm ảnh vào truy vấn.</translation>
    </message>
    <message>
        <source>&amp;Open a picture…</source>
        <translation>&amp;Mở ảnh…</translation>
    </message>
    <message>
        <source>&amp;Paste a picture</source>
        <translation>&amp;Dán ảnh</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Tìm</translation>
    </message>
    <message>
        <source>&amp;Index a folder…</source>
        <translation>&amp;Lập chỉ mục thư mục…</translation>
    </message>
    <message>
        <source>Index &amp;again</source>
        <translation>Lập chỉ mục lạ&amp;i</translation>
    </message>
    <message>
        <source>&amp;Libraries…</source>
        <translation>Thư &amp;viện…</translation>
    </message>
    <message>
        <source>&amp;This library…</source>
        <translation>Thư viện nà&amp;y…</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>Đánh &amp;giá…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>Thư viện &amp;mới…</translation>
    </message>
    <message>
        <source>Open another &amp;library…</source>
        <translation>Mở thư viện &amp;khác…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>Mô &amp;hình…</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Ảnh mẫu có sẵn</translation>
    </message>
    <message>
        <source>S&amp;kipped files…</source>
        <translation>Tệp &amp;bị bỏ qua…</translation>
    </message>
    <message>
        <source>Quer&amp;y panel</source>
        <translation>&amp;Khung truy vấn</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>Kh&amp;ung chi tiết</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Thoát</translation>
    </message>
    <message>
        <source>{0} Until the library is indexed again it knows the pictures where they were.</source>
        <translation>{0} Thư viện vẫn ghi nhận ảnh ở chỗ cũ cho đến khi được lập chỉ mục lại.</translation>
    </message>
    <message>
        <source>The disk of {0} is full, so nothing was exported: make room, or choose another disk.</source>
        <translation>Ổ đĩa chứa {0} đã đầy nên chưa xuất được gì: hãy giải phóng dung lượng hoặc chọn ổ đĩa khác.</translation>
    </message>
    <message>
        <source>{0} cannot be written, so nothing was exported: choose another folder.</source>
        <translation>Không ghi được vào {0} nên chưa xuất được gì: hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}), so nothing was exported: choose another place.</source>
        <translation>Không ghi được {0} ({1}) nên chưa xuất được gì: hãy chọn nơi khác.</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
        <source>Nothing could be exported to {0}: {1}: {2}.</source>
        <translation>Không xuất được gì vào {0}: {1}: {2}.</translation>
    </message>
    <message>
        <source>it was changed since, so it is kept</source>
        <translation>tệp đã thay đổi từ lúc đó nên được giữ lại</translation>
    </message>
    <message>
        <source>{0} could not be started ({1}): choose another program.</source>
        <translation>Không khởi động được {0} ({1}): hãy chọn chương trình khác.</translation>
    </message>
    <message>
        <source>{0} could not open {1}: choose another program.</source>
        <translation>{0} không mở được {1}: hãy chọn chương trình khác.</translation>
    </message>
    <message>
        <source>the file is not whole</source>
        <translation>tệp không trọn vẹn</translation>
    </message>
    <message>
        <source>That sheet is too large for one PNG: choose fewer or smaller pictures, or a PDF.</source>
        <translation>Bảng ảnh này quá lớn cho một tệp PNG: hãy chọn ít ảnh hơn, ảnh nhỏ hơn hoặc PDF.</translation>
    </message>
    <message>
        <source>There is not enough memory for that sheet: choose fewer or smaller pictures, or a PDF.</source>
        <translation>Không đủ bộ nhớ cho bảng ảnh này: hãy chọn ít ảnh hơn, ảnh nhỏ hơn hoặc PDF.</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>không ghi được ảnh</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>không có ở đó</translation>
    </message>
    <message>
        <source>{0} cannot be moved to a trash, and {1} could not be brought back from it: look into the trash.</source>
        <translation>Không chuyển được {0} vào thùng rác, và không khôi phục được {1} từ đó: hãy xem trong thùng rác.</translation>
    </message>
    <message>
        <source>{0} has no trash that can be used, and this program deletes nothing for good, so nothing was moved: delete the files in the file manager if you are sure.</source>
        <translation>{0} không có thùng rác dùng được, mà chương trình này không xóa vĩnh viễn thứ gì, nên chưa tệp nào được chuyển: nếu chắc chắn, hãy xóa các tệp trong trình quản lý tệp.</translation>
    </message>
    <message>
        <source>That was asked with the model {0}, which this library does not have any more: index its folders with it, then ask again.</source>
        <translation>Truy vấn này dùng mô hình {0}, nhưng thư viện này không còn mô hình đó: hãy lập chỉ mục lại các thư mục bằng mô hình này rồi tìm lại.</translation>
    </message>
    <message>
        <source>The library has no vectors of the model {0} any more: ask anew.</source>
        <translation>Thư viện không còn vectơ của mô hình {0}: hãy tìm lại.</translation>
    </message>
    <message>
        <source>{0} is not there: connect its disk, or index its folder again.</source>
        <translation>{0} không có ở đó: hãy kết nối ổ đĩa, hoặc lập chỉ mục lại thư mục.</translation>
    </message>
    <message>
        <source>{0} cannot be reached ({1}): check its disk and its permissions.</source>
        <translation>Không truy cập được {0} ({1}): hãy kiểm tra ổ đĩa và quyền truy cập.</translation>
    </message>
    <message>
        <source>{0} is no picture and could be a program, so it was not opened: look at it in the file manager.</source>
        <translation>{0} không phải là ảnh và có thể là chương trình nên không được mở: hãy xem tệp trong trình quản lý tệp.</translation>
    </message>
    <message>
        <source>{0} is no address of the web, so it was not opened.</source>
        <translation>{0} không phải địa chỉ web nên không được mở.</translation>
    </message>
    <message>
        <source>No program could be started to open {0} ({1}: {2}).</source>
        <translation>Không khởi động được chương trình nào để mở {0} ({1}: {2}).</translation>
    </message>
    <message>
        <source>No program was found that opens {0}: choose one in the desktop&apos;s settings.</source>
        <translation>Không tìm thấy chương trình nào mở được {0}: hãy chọn một chương trình trong cài đặt của hệ thống.</translation>
    </message>
    <message>
        <source>Which models know the picture cannot be said: {0}</source>
        <translation>Không xác định được những mô hình nào biết ảnh này: {0}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were given; the search is for {0}.</source>
        <translation>
            <numerusform>Đã nhận %Ln ảnh; đang tìm theo {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first.</source>
        <translation>Truy vấn phải có thứ để tìm: hãy thêm một ảnh mẫu cần tìm trước.</translation>
    </message>
    <message numerus="yes">
        <source>A query takes at most %Ln example(s): remove one first.</source>
        <translation>
            <numerusform>Một truy vấn nhận tối đa %Ln ảnh mẫu: hãy bỏ bớt một ảnh trước.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first, or clear the query.</source>
        <translation>Truy vấn phải có thứ để tìm: hãy thêm một ảnh mẫu cần tìm trước, hoặc xóa truy vấn.</translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of that first, then turn this one.</source>
        <translation>Truy vấn phải có thứ để tìm: hãy thêm một ảnh mẫu cần tìm trước, rồi mới chuyển ảnh mẫu này.</translation>
    </message>
    <message>
        <source>Something must be looked for: add an example of what matches should be less like first.</source>
        <translation>Truy vấn phải có thứ để tìm: trước hết hãy thêm một ảnh mẫu mà kết quả không nên giống.</translation>
    </message>
    <message>
        <source>The picture at {0} was not fetched to its end: drop it again, or save it first.</source>
        <translation>Chưa tải xong ảnh tại {0}: hãy thả lại, hoặc lưu ảnh trước.</translation>
    </message>
    <message>
        <source>the picture on the clipboard cannot be read: save it to a file and drop that</source>
        <translation>không đọc được ảnh trong bảng tạm: hãy lưu ảnh thành tệp rồi thả tệp đó vào</translation>
    </message>
    <message>
        <source>Another folder is being indexed: wait until that has finished, or cancel it.</source>
        <translation>Một thư mục khác đang được lập chỉ mục: hãy đợi xong hoặc hủy việc đó.</translation>
    </message>
    <message>
        <source>{0} is not there just now; what was indexed from it is kept.</source>
        <translation>{0} hiện không có ở đó; những gì đã lập chỉ mục từ đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({0}: {1}); the log has the details.</source>
        <translation>Chương trình gặp lỗi bên trong ({0}: {1}); xem chi tiết trong nhật ký.</translation>
    </message>
    <message>
        <source>This library is being indexed just now: wait until that has finished, or cancel it.</source>
        <translation>Thư viện này đang được lập chỉ mục: hãy đợi xong hoặc hủy việc đó.</translation>
    </message>
    <message>
        <source>Pictures are being indexed with this model: wait until that has finished, or cancel it.</source>
        <translation>Đang lập chỉ mục ảnh bằng mô hình này: hãy đợi xong hoặc hủy việc đó.</translation>
    </message>
    <message>
        <source>Installing ended before it was done: try again, it goes on where it stopped.</source>
        <translation>Việc cài đặt dừng trước khi hoàn tất: hãy thử lại, quá trình sẽ tiếp tục từ chỗ đã dừng.</translation>
    </message>
    <message>
        <source>The model ended the process that ran it, so it cannot be used here: install it again, or remove it.</source>
        <translation>Mô hình làm dừng tiến trình chạy nó nên không dùng được ở đây: hãy cài lại hoặc gỡ bỏ mô hình.</translation>
    </message>
    <message>
        <source>The model ended the process that looked at it: it asks for more than this computer has, or is damaged.</source>
        <translation>Mô hình làm dừng tiến trình kiểm tra nó: mô hình đòi hỏi nhiều hơn khả năng của máy tính này, hoặc đã bị hỏng.</translation>
    </message>
    <message>
        <source>The speed of {0} was not measured: the model ended its process; verify it.</source>
        <translation>Không đo được tốc độ của {0}: mô hình làm dừng tiến trình của nó; hãy xác minh mô hình.</translation>
    </message>
    <message>
        <source>8-bit form</source>
        <translation>dạng 8 bit</translation>
    </message>
    <message>
        <source>none, {0}</source>
        <translation>không có, {0}</translation>
    </message>
    <message>
        <source>a trial on this machine</source>
        <translation>một lần chạy thử trên máy này</translation>
    </message>
    <message>
        <source>New libraries use its 8-bit form: {0}.</source>
        <translation>Thư viện mới dùng dạng 8 bit của mô hình: {0}.</translation>
    </message>
    <message>
        <source>no file was given</source>
        <translation>không có tệp nào được đưa vào</translation>
    </message>
    <message>
        <source>The clipboard held a picture that cannot be read: copy it again, or save and drop it.</source>
        <translation>Không đọc được ảnh trong bảng tạm: hãy sao chép lại, hoặc lưu ảnh rồi thả vào.</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>ảnh đã dán</translation>
    </message>
    <message>
        <source>The library was not indexed with the model {0}: index its folders with it first.</source>
        <translation>Thư viện chưa được lập chỉ mục bằng mô hình {0}: hãy lập chỉ mục các thư mục bằng mô hình đó trước.</translation>
    </message>
    <message>
        <source>There is nothing to search in yet: index a folder of pictures first.</source>
        <translation>Chưa có gì để tìm: hãy lập chỉ mục một thư mục ảnh trước.</translation>
    </message>
    <message>
        <source>Searching with {0}, which takes words.</source>
        <translation>Đang tìm bằng {0}, mô hình hiểu từ ngữ.</translation>
    </message>
    <message>
        <source>Search for something first; then say what the matches should be less like.</source>
        <translation>Trước hết hãy tìm một thứ gì đó, rồi mới cho biết kết quả không nên giống gì.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program while a watched folder was looked through; the log has the details.</source>
        <translation>Chương trình gặp lỗi bên trong khi quét một thư mục đang theo dõi; xem chi tiết trong nhật ký.</translation>
    </message>
    <message>
        <source>{0!r} is no day: write it as year, month and day, such as 2024-05-31.</source>
        <translation>{0!r} không phải là ngày: hãy viết theo thứ tự năm, tháng, ngày, chẳng hạn 2024-05-31.</translation>
    </message>
    <message>
        <source>A label needs a name: type one.</source>
        <translation>Nhãn phải có tên: hãy nhập tên.</translation>
    </message>
    <message>
        <source>A label has at most {0} characters, and this one has {1}: shorten it.</source>
        <translation>Nhãn có tối đa {0} ký tự, mà nhãn này có {1}: hãy rút ngắn.</translation>
    </message>
    <message>
        <source>A label cannot hold signs that are not seen: type it anew.</source>
        <translation>Nhãn không được chứa ký tự vô hình: hãy nhập lại.</translation>
    </message>
    <message>
        <source>Colours are numbered 1 to {0}, and 0 is none: {1} is neither.</source>
        <translation>Màu được đánh số từ 1 đến {0}, còn 0 là không có màu: {1} không hợp lệ.</translation>
    </message>
    <message>
        <source>Ratings go from 1 to {0}, and 0 is none: {1} is neither.</source>
        <translation>Xếp hạng đi từ 1 đến {0}, còn 0 là không xếp hạng: {1} không hợp lệ.</translation>
    </message>
    <message>
        <source>“{0}” is no label: take the spaces away that are too many.</source>
        <translation>“{0}” không phải nhãn hợp lệ: hãy bỏ các dấu cách thừa.</translation>
    </message>
    <message>
        <source>the content of its files</source>
        <translation>nội dung các tệp</translation>
    </message>
    <message>
        <source>{0}: this model description has another schema than {1}; update the program.</source>
        <translation>{0}: mô tả mô hình này có lược đồ (schema) khác {1}; hãy cập nhật chương trình.</translation>
    </message>
    <message>
        <source>{0}: {1}.</source>
        <comment>file, what is wrong with it</comment>
        <translation>{0}: {1}.</translation>
    </message>
    <message>
        <source>id must be letters, digits, &apos;-&apos;, &apos;_&apos; or &apos;.&apos;, and start with a letter or digit</source>
        <translation>id chỉ được gồm chữ cái, chữ số, &apos;-&apos;, &apos;_&apos; hoặc &apos;.&apos;, và bắt đầu bằng chữ cái hoặc chữ số</translation>
    </message>
    <message>
        <source>dimension must be positive</source>
        <translation>dimension phải là số dương</translation>
    </message>
    <message>
        <source>dimension must be at most {0}</source>
        <translation>dimension không được quá {0}</translation>
    </message>
    <message>
        <source>a model of this family needs a file</source>
        <translation>mô hình thuộc họ này cần có tệp</translation>
    </message>
    <message>
        <source>files must lie inside the model&apos;s folder</source>
        <translation>các tệp phải nằm trong thư mục của mô hình</translation>
    </message>
    <message>
        <source>a file is named twice</source>
        <translation>có tệp được nêu hai lần</translation>
    </message>
    <message>
        <source>the size of a file must not be negative</source>
        <translation>kích thước tệp không được âm</translation>
    </message>
    <message>
        <source>the reference must lie inside the model&apos;s folder</source>
        <translation>dữ liệu tham chiếu phải nằm trong thư mục của mô hình</translation>
    </message>
    <message>
        <source>input width and height must be between 1 and {0}</source>
        <translation>chiều rộng và chiều cao đầu vào phải từ 1 đến {0}</translation>
    </message>
    <message>
        <source>resize_to must be at least the input size</source>
        <translation>resize_to phải ít nhất bằng kích thước đầu vào</translation>
    </message>
    <message>
        <source>resize_to must be at most {0}</source>
        <translation>resize_to không được quá {0}</translation>
    </message>
    <message>
        <source>mean, std and scale must be finite</source>
        <translation>mean, std và scale phải hữu hạn</translation>
    </message>
    <message>
        <source>std must not be zero</source>
        <translation>std không được bằng 0</translation>
    </message>
    <message>
        <source>pad_value must be between 0 and 255</source>
        <translation>pad_value phải từ 0 đến 255</translation>
    </message>
    <message>
        <source>text.file must be one of the files</source>
        <translation>text.file phải là một trong các tệp</translation>
    </message>
    <message>
        <source>text.file must not be the graph of the pictures</source>
        <translation>text.file không được là đồ thị dành cho ảnh</translation>
    </message>
    <message>
        <source>text.tokenizer must be one of the files</source>
        <translation>text.tokenizer phải là một trong các tệp</translation>
    </message>
    <message>
        <source>text.length must be between 2 and {0}</source>
        <translation>text.length phải từ 2 đến {0}</translation>
    </message>
    <message>
        <source>text.template must hold one {}</source>
        <translation>text.template phải chứa đúng một {}</translation>
    </message>
    <message>
        <source>text.pooling must be none, cls, mean or max</source>
        <translation>text.pooling phải là none, cls, mean hoặc max</translation>
    </message>
    <message>
        <source>output.zscore is only for models of the family pixel</source>
        <translation>output.zscore chỉ dùng cho mô hình thuộc họ pixel</translation>
    </message>
    <message>
        <source>patches.rows and patches.columns must be positive</source>
        <translation>patches.rows và patches.columns phải là số dương</translation>
    </message>
    <message>
        <source>patches.skip must not be negative</source>
        <translation>patches.skip không được âm</translation>
    </message>
    <message>
        <source>hub and recipe exclude each other</source>
        <translation>không được có cả hub lẫn recipe</translation>
    </message>
    <message>
        <source>hub.repository must be owner/name</source>
        <translation>hub.repository phải có dạng owner/name</translation>
    </message>
    <message>
        <source>hub.revision must be a commit or a branch</source>
        <translation>hub.revision phải là một commit hoặc một nhánh</translation>
    </message>
    <message>
        <source>files.remote must be a path in the repository</source>
        <translation>files.remote phải là một đường dẫn trong kho</translation>
    </message>
    <message>
        <source>recipe.name must be a name</source>
        <translation>recipe.name phải là một tên</translation>
    </message>
    <message>
        <source>recipe.precision must be fp32, fp16 or int8</source>
        <translation>recipe.precision phải là fp32, fp16 hoặc int8</translation>
    </message>
    <message>
        <source>{0}: [{1}] must be a table.</source>
        <translation>{0}: [{1}] phải là một bảng (table).</translation>
    </message>
    <message>
        <source>{0}: {1} is missing.</source>
        <translation>{0}: thiếu {1}.</translation>
    </message>
    <message>
        <source>{0}: {1} is too large a number.</source>
        <translation>{0}: {1} là một số quá lớn.</translation>
    </message>
    <message>
        <source>{0}: {1} must be of type {2}, not {3}.</source>
        <translation>{0}: {1} phải có kiểu {2}, không phải {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} is too long a text, or holds signs that are not seen.</source>
        <translation>{0}: {1} là văn bản quá dài, hoặc chứa ký tự không nhìn thấy được.</translation>
    </message>
    <message>
        <source>{0}: {1} {2} is not known; use one of {3}.</source>
        <translation>{0}: không biết {1} {2}; hãy dùng một trong {3}.</translation>
    </message>
    <message>
        <source>{0}: {1} must be three numbers, not {2}.</source>
        <translation>{0}: {1} phải là ba số, không phải {2}.</translation>
    </message>
    <message>
        <source>{0}: not known: {1}.</source>
        <translation>{0}: không nhận ra: {1}.</translation>
    </message>
    <message>
        <source>{0} ({1} mm on 35 mm film)</source>
        <translation>{0} (tương đương {1} mm trên phim 35 mm)</translation>
    </message>
    <message numerus="yes">
        <source>{0} had %Ln picture(s) and has none now (a disk that is not connected?): they are kept in the library until you say that they are gone.</source>
        <translation>
            <numerusform>{0} từng có %Ln ảnh, nay không còn ảnh nào (ổ đĩa chưa được kết nối?): ảnh vẫn được giữ trong thư viện cho đến khi bạn xác nhận là không còn nữa.</numerusform>
        </translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>không phải tệp thông thường</translation>
    </message>
    <message>
        <source>there is no such file any more</source>
        <translation>tệp này không còn nữa</translation>
    </message>
    <message>
        <source>vanished while the folder was indexed</source>
        <translation>biến mất trong lúc lập chỉ mục thư mục</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>không có tệp này</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>tệp rỗng</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>không đọc được ({0})</translation>
    </message>
    <message>
        <source>folder cannot be read ({0})</source>
        <translation>không đọc được thư mục ({0})</translation>
    </message>
    <message>
        <source>cannot be looked at ({0})</source>
        <translation>không kiểm tra được ({0})</translation>
    </message>
    <message>
        <source>the file cannot be reached ({0})</source>
        <translation>không truy cập được tệp ({0})</translation>
    </message>
    <message>
        <source>not a picture, or of a kind that cannot be read</source>
        <translation>không phải ảnh, hoặc thuộc loại không đọc được</translation>
    </message>
    <message>
        <source>{0} pictures cannot be read</source>
        <translation>không đọc được ảnh {0}</translation>
    </message>
    <message>
        <source>too large: {0} GB</source>
        <translation>quá lớn: {0} GB</translation>
    </message>
    <message>
        <source>too large: {0} pixels</source>
        <translation>quá lớn: {0} pixel</translation>
    </message>
    <message>
        <source>too large: far too many pixels</source>
        <translation>quá lớn: số pixel vượt xa mức cho phép</translation>
    </message>
    <message>
        <source>too large: {0} x {1} pixels</source>
        <translation>quá lớn: {0} x {1} pixel</translation>
    </message>
    <message>
        <source>too large for the memory of this machine</source>
        <translation>quá lớn so với bộ nhớ của máy này</translation>
    </message>
    <message>
        <source>a picture without pixels</source>
        <translation>ảnh không có pixel nào</translation>
    </message>
    <message>
        <source>too small: {0} x {1} pixels, the smallest side must have {2}</source>
        <translation>quá nhỏ: {0} x {1} pixel, cạnh ngắn nhất phải có {2}</translation>
    </message>
    <message>
        <source>not a colour picture, and only colour pictures were asked for</source>
        <translation>không phải ảnh màu, mà chỉ yêu cầu ảnh màu</translation>
    </message>
    <message>
        <source>truncated {0} file</source>
        <translation>tệp {0} bị cắt cụt</translation>
    </message>
    <message>
        <source>damaged {0} file ({1})</source>
        <translation>tệp {0} bị hỏng ({1})</translation>
    </message>
    <message>
        <source>{0} file of an unknown variant ({1})</source>
        <translation>tệp {0} thuộc biến thể không rõ ({1})</translation>
    </message>
    <message>
        <source>impossible size</source>
        <translation>kích thước không thể có</translation>
    </message>
    <message>
        <source>took longer than {0} seconds to decode</source>
        <translation>giải mã mất hơn {0} giây</translation>
    </message>
    <message>
        <source>crashed the decoder (exit code {0})</source>
        <translation>làm bộ giải mã dừng đột ngột (mã thoát {0})</translation>
    </message>
    <message>
        <source>the process that decodes pictures did not start ({0})</source>
        <translation>tiến trình giải mã ảnh không khởi động được ({0})</translation>
    </message>
    <message>
        <source>not read to its end, since the program is closing</source>
        <translation>chưa đọc hết, vì chương trình đang đóng</translation>
    </message>
    <message>
        <source>internal error ({0}: {1})</source>
        <translation>lỗi bên trong ({0}: {1})</translation>
    </message>
    <message>
        <source>no thumbnail could be made of it</source>
        <translation>không tạo được ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>{0}; save the picture and drop the file</source>
        <translation>{0}; hãy lưu ảnh rồi thả tệp vào</translation>
    </message>
    <message>
        <source>it is not among the searches any more</source>
        <translation>không còn trong các tìm kiếm</translation>
    </message>
    <message>
        <source>its copy is gone</source>
        <translation>bản sao không còn nữa</translation>
    </message>
    <message>
        <source>the disk does not take it ({0})</source>
        <translation>đĩa không ghi được nó ({0})</translation>
    </message>
    <message>
        <source>camera raw pictures cannot be read</source>
        <translation>không đọc được ảnh raw của máy ảnh</translation>
    </message>
    <message>
        <source>truncated icon file</source>
        <translation>tệp biểu tượng bị cắt cụt</translation>
    </message>
    <message>
        <source>damaged icon file ({0})</source>
        <translation>tệp biểu tượng bị hỏng ({0})</translation>
    </message>
    <message>
        <source>icon file of an unknown variant ({0})</source>
        <translation>tệp biểu tượng thuộc biến thể không rõ ({0})</translation>
    </message>
    <message>
        <source>The model {0} gave a vector that is not finite for this picture.</source>
        <translation>Mô hình {0} cho ra một vectơ có giá trị không hữu hạn với ảnh này.</translation>
    </message>
    <message>
        <source>The model {0} failed: {1}</source>
        <translation>Mô hình {0} gặp lỗi: {1}</translation>
    </message>
    <message>
        <source>The description of the model {0} is wrong: {1}.</source>
        <translation>Mô tả của mô hình {0} bị sai: {1}.</translation>
    </message>
    <message>
        <source>The model {0} gives {1} vectors for one picture: correct its model.toml.</source>
        <translation>Mô hình {0} cho {1} vectơ cho một ảnh: hãy sửa model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The model {0} gives {1} numbers where its description says {2}: correct its model.toml.</source>
        <translation>Mô hình {0} cho {1} số trong khi mô tả ghi {2}: hãy sửa model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The region {0!r} cannot be read: write it as X,Y,WIDTH,HEIGHT in pixels, for example 10,20,300,200.</source>
        <translation>Không hiểu vùng chọn {0!r}: hãy viết dưới dạng X,Y,RỘNG,CAO tính bằng pixel, ví dụ 10,20,300,200.</translation>
    </message>
    <message>
        <source>The region {0},{1},{2},{3} lies outside the picture, which is {4} x {5} pixels: choose one inside it.</source>
        <translation>Vùng chọn {0},{1},{2},{3} nằm ngoài ảnh có kích thước {4} x {5} pixel: hãy chọn một vùng bên trong ảnh.</translation>
    </message>
    <message>
        <source>its graph cannot be read ({0})</source>
        <translation>không đọc được đồ thị ({0})</translation>
    </message>
    <message>
        <source>its weights have 8 bits already</source>
        <translation>trọng số đã là 8 bit</translation>
    </message>
    <message>
        <source>it cannot be quantised ({0})</source>
        <translation>không lượng tử hóa được ({0})</translation>
    </message>
    <message>
        <source>on this processor it is only {0} times as fast</source>
        <translation>trên bộ xử lý này, tốc độ chỉ gấp {0} lần</translation>
    </message>
    <message>
        <source>its vectors differ too much from those of the full form (cosine {0} at the median, {1} at the lowest)</source>
        <translation>vectơ khác quá nhiều so với dạng đầy đủ (cosine {0} ở trung vị, {1} ở mức thấp nhất)</translation>
    </message>
    <message>
        <source>{0} came instead.</source>
        <translation>{0} được dùng thay thế.</translation>
    </message>
    <message>
        <source>The model {0} gives other patches than its description says: correct its model.toml.</source>
        <translation>Mô hình {0} cho ra các ô khác với mô tả của nó: hãy sửa tệp model.toml của nó.</translation>
    </message>
    <message>
        <source>The model {0} tells what a picture shows, not where in it: search with another one to see that.</source>
        <translation>Mô hình {0} cho biết ảnh có gì, chứ không cho biết ở chỗ nào: hãy tìm bằng mô hình khác để xem điều đó.</translation>
    </message>
    <message>
        <source>The model {0} has several inputs: name one of {1} in its model.toml.</source>
        <translation>Mô hình {0} có nhiều đầu vào: hãy ghi một trong {1} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The model {0} has several outputs: name one of {1} in its model.toml.</source>
        <translation>Mô hình {0} có nhiều đầu ra: hãy ghi một trong {1} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The model {0} has no input {1!r}: name one of {2} in its model.toml.</source>
        <translation>Mô hình {0} không có đầu vào {1!r}: hãy ghi một trong {2} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The model {0} has no output {1!r}: name one of {2} in its model.toml.</source>
        <translation>Mô hình {0} không có đầu ra {1!r}: hãy ghi một trong {2} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>{0} is a model of Keras, not of ONNX: convert it with tf2onnx first.</source>
        <translation>{0} là mô hình Keras, không phải ONNX: hãy chuyển đổi bằng tf2onnx trước.</translation>
    </message>
    <message>
        <source>{0} is a model of PyTorch, not of ONNX: export it with torch.onnx first.</source>
        <translation>{0} là mô hình PyTorch, không phải ONNX: hãy xuất bằng torch.onnx trước.</translation>
    </message>
    <message>
        <source>{0} is a picture, not a model: choose an .onnx file.</source>
        <translation>{0} là ảnh, không phải mô hình: hãy chọn một tệp .onnx.</translation>
    </message>
    <message>
        <source>{0} only points to a model kept elsewhere (Git LFS): download the file itself.</source>
        <translation>{0} chỉ trỏ đến mô hình lưu ở nơi khác (Git LFS): hãy tải chính tệp mô hình về.</translation>
    </message>
    <message>
        <source>{0} is a language model (GGUF), which knows no pictures: choose the ONNX file of an image model.</source>
        <translation>{0} là mô hình ngôn ngữ (GGUF), không hiểu ảnh: hãy chọn tệp ONNX của một mô hình ảnh.</translation>
    </message>
    <message>
        <source>{0} is a model of TensorFlow Lite, not of ONNX: convert it with tf2onnx first.</source>
        <translation>{0} là mô hình TensorFlow Lite, không phải ONNX: hãy chuyển đổi bằng tf2onnx trước.</translation>
    </message>
    <message>
        <source>{0} is in onnxruntime&apos;s own format, which fits one kind of machine: take the .onnx that it was made of.</source>
        <translation>{0} ở định dạng riêng của onnxruntime, chỉ hợp với một loại máy: hãy dùng tệp .onnx gốc của nó.</translation>
    </message>
    <message>
        <source>{0} is a PDF document, not a model: choose an .onnx file.</source>
        <translation>{0} là tài liệu PDF, không phải mô hình: hãy chọn một tệp .onnx.</translation>
    </message>
    <message>
        <source>{0} is empty: download or export it again.</source>
        <translation>{0} là tệp rỗng: hãy tải về hoặc xuất lại.</translation>
    </message>
    <message>
        <source>{0} holds nothing but zeros: its download was not finished, so fetch it again.</source>
        <translation>{0} chỉ chứa toàn số 0: tệp chưa được tải xong, vì vậy hãy tải lại.</translation>
    </message>
    <message>
        <source>{0} is a web page, not a model: the site wants you to sign in, or the address was that of a page about the model.</source>
        <translation>{0} là trang web, không phải mô hình: trang đó yêu cầu bạn đăng nhập, hoặc địa chỉ là của trang nói về mô hình.</translation>
    </message>
    <message>
        <source>{0} holds weights only (safetensors): `imsearch models export` makes a model of its folder.</source>
        <translation>{0} chỉ chứa trọng số (safetensors): `imsearch models export` sẽ tạo mô hình từ thư mục chứa tệp này.</translation>
    </message>
    <message>
        <source>{0} is a text of settings, not a model: choose the .onnx file beside it.</source>
        <translation>{0} là tệp văn bản ghi cài đặt, không phải mô hình: hãy chọn tệp .onnx bên cạnh.</translation>
    </message>
    <message>
        <source>{0} is an archive: unpack it, and choose the .onnx file that it holds.</source>
        <translation>{0} là tệp nén: hãy giải nén rồi chọn tệp .onnx bên trong.</translation>
    </message>
    <message>
        <source>The half of {0} for words is not beside it any more: name it (--text).</source>
        <translation>Phần xử lý từ ngữ của {0} không còn nằm bên cạnh: hãy chỉ ra tệp đó (--text).</translation>
    </message>
    <message>
        <source>{0}: {1} needs {2}, which is not among the files of its model.toml.</source>
        <translation>{0}: {1} cần {2}, tệp không có trong danh sách tệp của model.toml.</translation>
    </message>
    <message>
        <source>The weights “{0}” are called like another file of the model: export it with another name.</source>
        <translation>Tệp trọng số “{0}” trùng tên với một tệp khác của mô hình: hãy xuất lại với tên khác.</translation>
    </message>
    <message>
        <source>{0} asked for more than the {1} of memory that it could have for one picture: it is broken, or too large for this computer.</source>
        <translation>{0} đòi nhiều hơn {1} bộ nhớ được phép dùng cho một ảnh: mô hình bị hỏng, hoặc quá lớn đối với máy tính này.</translation>
    </message>
    <message numerus="yes">
        <source>{0} was still at work on one picture after %Ln second(s): it is broken, or too large for this computer.</source>
        <translation>
            <numerusform>{0} vẫn chưa xử lý xong một ảnh sau %Ln giây: mô hình bị hỏng, hoặc quá lớn đối với máy tính này.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} brought down the process in which it was tried (exit code {1}): it is damaged, or asks for more than this computer has.</source>
        <translation>{0} làm tiến trình chạy thử dừng đột ngột (mã thoát {1}): mô hình bị hỏng, hoặc đòi hỏi nhiều hơn khả năng của máy tính này.</translation>
    </message>
    <message>
        <source>{0} was not tried to the end: try it again.</source>
        <translation>{0} chưa được chạy thử đến cùng: hãy thử lại.</translation>
    </message>
    <message>
        <source>{0} does not answer as a model hub does: check HF_ENDPOINT.</source>
        <translation>{0} không trả lời như một kho mô hình: hãy kiểm tra HF_ENDPOINT.</translation>
    </message>
    <message>
        <source>Fetching is switched off (HF_HUB_OFFLINE is set): unset it, then install the model again.</source>
        <translation>Việc tải về đang bị tắt (đã đặt HF_HUB_OFFLINE): hãy bỏ biến đó rồi cài lại mô hình.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): make room on the disk, then install the model again; it goes on where it stopped.</source>
        <translation>Không ghi được {0} ({1}): hãy giải phóng dung lượng ổ đĩa rồi cài lại mô hình; quá trình sẽ tiếp tục từ chỗ đã dừng.</translation>
    </message>
    <message>
        <source>The hub does not give out {0} without permission: accept its terms there, make a token, set HF_TOKEN to it, then install the model again.</source>
        <translation>Kho mô hình không cung cấp {0} khi chưa được phép: hãy chấp nhận điều khoản ở đó, tạo một token, gán cho HF_TOKEN rồi cài lại mô hình.</translation>
    </message>
    <message>
        <source>{0} has no revision {1} any more: look for a newer version of this program.</source>
        <translation>{0} không còn bản sửa đổi (revision) {1}: hãy tìm phiên bản mới hơn của chương trình này.</translation>
    </message>
    <message>
        <source>The hub has no {0}: it was moved or taken away; look for a newer version of this program.</source>
        <translation>Kho mô hình không có {0}: tệp đã bị dời đi hoặc gỡ bỏ; hãy tìm phiên bản mới hơn của chương trình này.</translation>
    </message>
    <message>
        <source>The hub answers with an error ({0}) for {1}: try again later.</source>
        <translation>Kho mô hình trả về lỗi ({0}) cho {1}: hãy thử lại sau.</translation>
    </message>
    <message>
        <source>{0} did not come in whole: install the model again.</source>
        <translation>{0} tải về không trọn vẹn: hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The hub does not answer ({0}): try again later; what came in is kept.</source>
        <translation>Kho mô hình không trả lời ({0}): hãy thử lại sau; phần đã tải được giữ lại.</translation>
    </message>
    <message>
        <source>The hub cannot be reached ({0}): check the connection to the internet (and HTTPS_PROXY, HF_ENDPOINT), then install the model again; what came in is kept.</source>
        <translation>Không kết nối được với kho mô hình ({0}): hãy kiểm tra kết nối internet (và HTTPS_PROXY, HF_ENDPOINT) rồi cài lại mô hình; phần đã tải được giữ lại.</translation>
    </message>
    <message>
        <source>Imported from {0}.</source>
        <translation>Nhập từ {0}.</translation>
    </message>
    <message>
        <source>The description</source>
        <translation>Mô tả</translation>
    </message>
    <message>
        <source>There is a model {0!r} already: choose another id, or replace that one (--replace).</source>
        <translation>Đã có mô hình {0!r}: hãy chọn ID khác, hoặc thay mô hình đó (--replace).</translation>
    </message>
    <message>
        <source>The id “{0}” belongs to a model that comes with the program: choose another.</source>
        <translation>ID “{0}” thuộc về một mô hình có sẵn trong chương trình: hãy chọn ID khác.</translation>
    </message>
    <message>
        <source>The id {0} belongs to a model that comes with the program: proposed is {1}.</source>
        <translation>ID {0} thuộc về một mô hình có sẵn trong chương trình: đề xuất dùng {1}.</translation>
    </message>
    <message>
        <source>The folder {0} holds no .onnx file: choose the file itself.</source>
        <translation>Thư mục {0} không chứa tệp .onnx nào: hãy chọn chính tệp đó.</translation>
    </message>
    <message>
        <source>The folder {0} holds {1} models ({2}): choose one of the files.</source>
        <translation>Thư mục {0} chứa {1} mô hình ({2}): hãy chọn một trong các tệp.</translation>
    </message>
    <message>
        <source>{0} gives numbers that are not finite for a picture: it is damaged, or not trained.</source>
        <translation>{0} cho ra các số không hữu hạn với một ảnh: mô hình bị hỏng, hoặc chưa được huấn luyện.</translation>
    </message>
    <message>
        <source>{0} is of no use without a text tower: name that, too (--text).</source>
        <translation>{0} không dùng được nếu thiếu nhánh văn bản: hãy chỉ ra cả nhánh đó (--text).</translation>
    </message>
    <message>
        <source>{0} looks like its half for words, but is left aside. {1}</source>
        <translation>{0} có vẻ là phần xử lý từ ngữ của mô hình, nhưng bị bỏ qua. {1}</translation>
    </message>
    <message>
        <source>Words go through {0}, with its tokenizer; texts are cut after {1} tokens.</source>
        <translation>Từ ngữ đi qua {0} cùng bộ tách từ của nó; văn bản bị cắt sau {1} token.</translation>
    </message>
    <message>
        <source>Nothing says what its licence allows: look that up before you pass it on.</source>
        <translation>Không có thông tin về những gì giấy phép của mô hình cho phép: hãy tìm hiểu trước khi chia sẻ mô hình cho người khác.</translation>
    </message>
    <message>
        <source>A model.toml lies beside it: import the folder {0} to use what that says.</source>
        <translation>Bên cạnh có tệp model.toml: hãy nhập thư mục {0} để dùng những gì tệp đó ghi.</translation>
    </message>
    <message>
        <source>{0} describes itself in its model.toml, so {1} cannot be given: change that file, or import the .onnx file in it.</source>
        <translation>{0} tự mô tả trong model.toml nên không chỉ định được {1}: hãy sửa tệp đó, hoặc nhập tệp .onnx bên trong.</translation>
    </message>
    <message>
        <source>{0} describes itself in its model.toml, and that is what counts.</source>
        <translation>{0} tự mô tả trong model.toml, và chương trình làm theo mô tả đó.</translation>
    </message>
    <message>
        <source>A model without a description of its own.</source>
        <translation>Một mô hình không có mô tả riêng.</translation>
    </message>
    <message>
        <source>{0} has no model.toml: taken to be {1} x {2} with what {3} says, output {4!r}, {5} numbers.</source>
        <translation>{0} không có model.toml: tạm lấy {1} x {2} theo những gì {3} ghi, đầu ra {4!r}, {5} số.</translation>
    </message>
    <message>
        <source>{0} has no model.toml: taken to be {1} x {2} with {3}, output {4!r}, {5} numbers.</source>
        <translation>{0} không có model.toml: tạm lấy {1} x {2} với {3}, đầu ra {4!r}, {5} số.</translation>
    </message>
    <message>
        <source>The model {0} is being installed by another window or command: wait for it.</source>
        <translation>Mô hình {0} đang được một cửa sổ hoặc lệnh khác cài đặt: hãy đợi xong.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}): make room, or check the folder.</source>
        <translation>Không ghi được vào {0} ({1}): hãy giải phóng dung lượng hoặc kiểm tra thư mục.</translation>
    </message>
    <message>
        <source>The model “{0}” is not installed, so it cannot be removed.</source>
        <translation>Mô hình “{0}” chưa được cài nên không gỡ bỏ được.</translation>
    </message>
    <message>
        <source>The model {0} ships with the program and cannot be removed.</source>
        <translation>Mô hình {0} có sẵn trong chương trình nên không gỡ bỏ được.</translation>
    </message>
    <message>
        <source>{0} is not published in a form that runs here; make it on this machine with `imsearch models export {1}` (it needs the extra [export]).</source>
        <translation>{0} không được công bố ở dạng chạy được ở đây; hãy tạo trên máy này bằng `imsearch models export {1}` (cần gói bổ sung [export]).</translation>
    </message>
    <message>
        <source>The description of the model {0} does not say where its files come from.</source>
        <translation>Mô tả của mô hình {0} không cho biết lấy các tệp từ đâu.</translation>
    </message>
    <message>
        <source>{0} is for research only ({1}): read the licence, then install it with --accept-terms.</source>
        <translation>{0} chỉ dành cho nghiên cứu ({1}): hãy đọc giấy phép, rồi cài bằng --accept-terms.</translation>
    </message>
    <message>
        <source>{0} is given out under terms that you have to accept ({1}): read the licence, then install it with --accept-terms.</source>
        <translation>{0} được cung cấp theo điều khoản mà bạn phải chấp nhận ({1}): hãy đọc giấy phép, rồi cài bằng --accept-terms.</translation>
    </message>
    <message>
        <source>The model needs {0} on the disk of {1}, where {2} are free: make room, then install it again.</source>
        <translation>Mô hình cần {0} trên ổ đĩa chứa {1}, nơi chỉ còn trống {2}: hãy giải phóng dung lượng rồi cài lại.</translation>
    </message>
    <message>
        <source>The hub&apos;s {0} has {1} bytes instead of {2}, so it is not the file that the catalogue describes, and was not fetched.</source>
        <translation>{0} trên kho mô hình có {1} byte thay vì {2}, nên không phải tệp mà danh mục mô tả và không được tải về.</translation>
    </message>
    <message>
        <source>{0} came in with another content than the catalogue names (SHA-256), so it was deleted: install the model again, and do not trust that source if it happens again.</source>
        <translation>{0} tải về có nội dung khác với những gì danh mục ghi (SHA-256) nên đã bị xóa: hãy cài lại mô hình, và nếu lại xảy ra thì đừng tin nguồn đó.</translation>
    </message>
    <message>
        <source>{0} came in with another content than the hub names (SHA-256), so it was deleted: install the model again, and do not trust that source if it happens again.</source>
        <translation>{0} tải về có nội dung khác với những gì kho mô hình ghi (SHA-256) nên đã bị xóa: hãy cài lại mô hình, và nếu lại xảy ra thì đừng tin nguồn đó.</translation>
    </message>
    <message>
        <source>{0} has no input {1!r}: name one of {2}.</source>
        <translation>{0} không có đầu vào {1!r}: hãy chọn một trong {2}.</translation>
    </message>
    <message>
        <source>{0} takes {1} pictures at once, and this program gives one: export it with a free batch size.</source>
        <translation>{0} nhận {1} ảnh cùng lúc, còn chương trình này chỉ đưa vào một: hãy xuất lại với kích thước lô (batch) tự do.</translation>
    </message>
    <message>
        <source>{0} takes no pictures of three channels, so none in colour: it is of no use here.</source>
        <translation>{0} không nhận ảnh ba kênh, tức là không nhận ảnh màu: không dùng được ở đây.</translation>
    </message>
    <message>
        <source>{0} takes pictures with a side of {1} pixels, and 1 to {2} make sense.</source>
        <translation>{0} nhận ảnh có cạnh {1} pixel, trong khi chỉ từ 1 đến {2} là hợp lý.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of any x {1} pixels: leave the size as it is.</source>
        <translation>{0} chỉ nhận ảnh có chiều rộng tùy ý và chiều cao {1} pixel: hãy giữ nguyên kích thước.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of {1} x any pixels: leave the size as it is.</source>
        <translation>{0} chỉ nhận ảnh có chiều rộng {1} pixel và chiều cao tùy ý: hãy giữ nguyên kích thước.</translation>
    </message>
    <message>
        <source>{0} takes only pictures of {1} x {2} pixels: leave the size as it is.</source>
        <translation>{0} chỉ nhận ảnh {1} x {2} pixel: hãy giữ nguyên kích thước.</translation>
    </message>
    <message>
        <source>{0} takes words and no picture: it is the text half of a model; import the half for pictures, and name this one with --text.</source>
        <translation>{0} nhận từ ngữ chứ không nhận ảnh: đó là phần xử lý từ ngữ của một mô hình; hãy nhập phần xử lý ảnh, rồi chỉ ra tệp này bằng --text.</translation>
    </message>
    <message>
        <source>{0} takes nothing in, so no picture either: it is of no use here.</source>
        <translation>{0} không nhận gì, nên cũng không nhận ảnh: không dùng được ở đây.</translation>
    </message>
    <message>
        <source>{0} takes no picture: a picture has four dimensions, and its inputs are {1}.</source>
        <translation>{0} không nhận ảnh: ảnh có bốn chiều, còn các đầu vào của nó là {1}.</translation>
    </message>
    <message>
        <source>{0} takes words and a picture together ({1}): import the half for pictures, often called vision_model.onnx or visual/model.onnx.</source>
        <translation>{0} nhận từ ngữ và ảnh cùng lúc ({1}): hãy nhập phần xử lý ảnh, thường có tên vision_model.onnx hoặc visual/model.onnx.</translation>
    </message>
    <message>
        <source>{0} does not take one picture as its only input, but {1}: export it so that a picture is all it needs.</source>
        <translation>{0} không nhận một ảnh làm đầu vào duy nhất mà nhận {1}: hãy xuất lại sao cho chỉ cần một ảnh.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as numbers of 16 bits, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nhận ảnh dưới dạng số 16 bit, còn chương trình này đưa vào số 32 bit: hãy xuất lại với đầu vào float32.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as numbers of 64 bits, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nhận ảnh dưới dạng số 64 bit, còn chương trình này đưa vào số 32 bit: hãy xuất lại với đầu vào float32.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as bytes, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nhận ảnh dưới dạng byte, còn chương trình này đưa vào số 32 bit: hãy xuất lại với đầu vào float32.</translation>
    </message>
    <message>
        <source>{0} takes its pictures as {1}, and this program gives numbers of 32 bits: export it with a float32 input.</source>
        <translation>{0} nhận ảnh dưới dạng {1}, còn chương trình này đưa vào số 32 bit: hãy xuất lại với đầu vào float32.</translation>
    </message>
    <message>
        <source>pooling {0!r} does not fit an output of shape {1}</source>
        <translation>cách gộp (pooling) {0!r} không hợp với đầu ra có hình dạng {1}</translation>
    </message>
    <message>
        <source>The installed program cannot make models: do it with the Python package (pip install &apos;imsearch-gui[export]&apos;), then import the folder here.</source>
        <translation>Bản chương trình đã cài không tạo được mô hình: hãy tạo bằng gói Python (pip install &apos;imsearch-gui[export]&apos;), rồi nhập thư mục vào đây.</translation>
    </message>
    <message>
        <source>Making a model needs {0}: pip install &apos;imsearch-gui[export]&apos; (on Linux a CPU build of PyTorch first, unless you have a use for the other one).</source>
        <translation>Để tạo mô hình cần có {0}: pip install &apos;imsearch-gui[export]&apos; (trên Linux, hãy cài bản PyTorch cho CPU trước, trừ khi bạn cần đến bản kia).</translation>
    </message>
    <message>
        <source>{0} is not empty: name a folder that is, or one that is not there yet.</source>
        <translation>{0} không rỗng: hãy nêu một thư mục rỗng, hoặc một thư mục chưa tồn tại.</translation>
    </message>
    <message>
        <source>status {0}</source>
        <translation>mã thoát {0}</translation>
    </message>
    <message>
        <source>The recipe broke off ({0}): it may be out of memory, or not made for this model.</source>
        <translation>Công thức tạo mô hình dừng giữa chừng ({0}): có thể đã hết bộ nhớ, hoặc công thức không dành cho mô hình này.</translation>
    </message>
    <message>
        <source>{0} is no ONNX model that runs here: {1}</source>
        <translation>{0} không phải mô hình ONNX chạy được ở đây: {1}</translation>
    </message>
    <message>
        <source>{0} was asked for {1}, and {2} came: its libraries are missing.</source>
        <translation>Đã yêu cầu {0} cho {1} nhưng lại nhận được {2}: thiếu các thư viện cần thiết.</translation>
    </message>
    <message>
        <source>its metadata ({0})</source>
        <translation>siêu dữ liệu của mô hình ({0})</translation>
    </message>
    <message>
        <source>{0} lies beside the graph but cannot be read, so it was left aside.</source>
        <translation>{0} nằm bên cạnh đồ thị nhưng không đọc được nên bị bỏ qua.</translation>
    </message>
    <message>
        <source>There pictures keep their shape; here the square in the middle is taken.</source>
        <translation>Theo các tệp đi kèm, ảnh được giữ nguyên tỷ lệ; còn ở đây lấy hình vuông ở giữa.</translation>
    </message>
    <message>
        <source>There pictures are squashed to {0} x {1} before the middle is cut out; here they keep their shape.</source>
        <translation>Theo các tệp đi kèm, ảnh được ép về {0} x {1} trước khi cắt lấy phần giữa; còn ở đây ảnh được giữ nguyên tỷ lệ.</translation>
    </message>
    <message>
        <source>what it says cannot be read</source>
        <translation>không đọc được nội dung của tệp</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>tệp lồng nhau quá nhiều cấp</translation>
    </message>
    <message>
        <source>it is damaged, or no ONNX file at all</source>
        <translation>tệp bị hỏng, hoặc hoàn toàn không phải tệp ONNX</translation>
    </message>
    <message>
        <source>it ends too early, so its download or export was not finished</source>
        <translation>tệp kết thúc quá sớm, tức là chưa được tải về hoặc xuất xong</translation>
    </message>
    <message>
        <source>it says more than any model does</source>
        <translation>tệp chứa nhiều thông tin hơn bất kỳ mô hình nào</translation>
    </message>
    <message>
        <source>There is a model {0!r} already: remove it first, or choose another id.</source>
        <translation>Đã có mô hình {0!r}: hãy gỡ bỏ mô hình đó trước, hoặc chọn ID khác.</translation>
    </message>
    <message>
        <source>The model {0} cannot be written to {1} ({2}): make room, or check the folder.</source>
        <translation>Không ghi được mô hình {0} vào {1} ({2}): hãy giải phóng dung lượng hoặc kiểm tra thư mục.</translation>
    </message>
    <message>
        <source>The model in {0} cannot be removed ({1}).</source>
        <translation>Không gỡ bỏ được mô hình trong {0} ({1}).</translation>
    </message>
    <message>
        <source>what is known of it cannot be read ({0})</source>
        <translation>không đọc được thông tin về dạng này ({0})</translation>
    </message>
    <message>
        <source>its file is gone or damaged; make it again with `imsearch models quantise`</source>
        <translation>tệp không còn hoặc bị hỏng; hãy tạo lại bằng `imsearch models quantise`</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>nó quá lớn</translation>
    </message>
    <message>
        <source>The library was indexed with the 8-bit form of {0}, and that is gone or damaged: make it again with `imsearch models quantise {1}`.</source>
        <translation>Thư viện được lập chỉ mục bằng dạng 8 bit của {0}, mà dạng này không còn hoặc bị hỏng: hãy tạo lại bằng `imsearch models quantise {1}`.</translation>
    </message>
    <message>
        <source>The catalogue has no model {0!r}: it has none; a file of your own is imported with `imsearch models import FILE`.</source>
        <translation>Danh mục không có mô hình {0!r}: danh mục đang trống; tệp của riêng bạn được nhập bằng `imsearch models import FILE`.</translation>
    </message>
    <message>
        <source>The catalogue has no model {0!r}: it has {1}; a file of your own is imported with `imsearch models import FILE`.</source>
        <translation>Danh mục không có mô hình {0!r}: danh mục gồm {1}; tệp của riêng bạn được nhập bằng `imsearch models import FILE`.</translation>
    </message>
    <message>
        <source>The model {0} is not installed: `imsearch models install {0}`, or Models… in the window&apos;s menu.</source>
        <translation>Mô hình {0} chưa được cài: hãy dùng `imsearch models install {0}`, hoặc mục Mô hình… trong menu của cửa sổ.</translation>
    </message>
    <message>
        <source>There is no model {0!r}: use one of {1}, or the folder of a model (models/README.md).</source>
        <translation>Không có mô hình {0!r}: hãy dùng một trong {1}, hoặc thư mục của một mô hình (models/README.md).</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>Không đọc được {0}: {1}.</translation>
    </message>
    <message>
        <source>{0}: the file {1} is missing; install the model again.</source>
        <translation>{0}: thiếu tệp {1}; hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The folder {0} holds no model.toml and more than one ONNX file: write a description for it (models/README.md).</source>
        <translation>Thư mục {0} không có model.toml mà có nhiều tệp ONNX: hãy viết một bản mô tả cho thư mục (models/README.md).</translation>
    </message>
    <message>
        <source>The folder {0} holds no model.toml and no ONNX file: write a description for it (models/README.md).</source>
        <translation>Thư mục {0} không có model.toml và không có tệp ONNX: hãy viết một bản mô tả cho thư mục (models/README.md).</translation>
    </message>
    <message>
        <source>The model file {0} cannot be read: {1}.</source>
        <translation>Không đọc được tệp mô hình {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} has {1} bytes instead of {2}: install the model again.</source>
        <translation>{0} có {1} byte thay vì {2}: hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>{0} is not the file that its description names (SHA-256): install the model again.</source>
        <translation>{0} không phải tệp mà bản mô tả nêu (SHA-256): hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The model {0} knows pictures, not words: install one that takes words, such as CLIP.</source>
        <translation>Mô hình {0} hiểu ảnh, không hiểu từ ngữ: hãy cài một mô hình hiểu từ ngữ, chẳng hạn CLIP.</translation>
    </message>
    <message>
        <source>There are no words to search for: type some.</source>
        <translation>Không có từ ngữ nào để tìm: hãy nhập từ ngữ.</translation>
    </message>
    <message>
        <source>The description of the text tower of the model {0} is wrong: {1}.</source>
        <translation>Mô tả nhánh văn bản của mô hình {0} bị sai: {1}.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} does not know the token {1} or takes fewer than {2} of them: its tokenizer or its text.length belongs to another model.</source>
        <translation>Nhánh văn bản của mô hình {0} không biết token {1} hoặc nhận ít hơn {2} token: bộ tách từ hoặc text.length của nó thuộc về mô hình khác.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} vectors for {2} tokens, so it cannot be pooled by {3!r}: correct its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} cho {1} vectơ với {2} token, nên không gộp được bằng {3!r}: hãy sửa model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} vectors for one text: correct its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} cho {1} vectơ cho một văn bản: hãy sửa model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gives {1} numbers where its pictures have {2}: correct its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} cho {1} số trong khi ảnh có {2} số: hãy sửa model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} gave a vector that is not finite for these words.</source>
        <translation>Nhánh văn bản của mô hình {0} cho ra một vectơ có giá trị không hữu hạn với các từ ngữ này.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} also wants {1}: name its attention mask (text.mask) in its model.toml, or export it with no other inputs than tokens and mask.</source>
        <translation>Nhánh văn bản của mô hình {0} còn cần {1}: hãy ghi mặt nạ chú ý (text.mask) vào model.toml của mô hình, hoặc xuất lại mà không có đầu vào nào khác ngoài token và mặt nạ.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} takes exactly {1} tokens: set text.length = {1} and text.pad_to_length = true in its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} nhận đúng {1} token: hãy đặt text.length = {1} và text.pad_to_length = true trong model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has no input {1!r}: name one of {2} in its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} không có đầu vào {1!r}: hãy ghi một trong {2} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The input “{0}” of the text tower of the model {1} takes no tokens ({2}): name another in its model.toml.</source>
        <translation>Đầu vào “{0}” của nhánh văn bản của mô hình {1} không nhận token ({2}): hãy ghi đầu vào khác vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has several outputs: name one of {1} in its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} có nhiều đầu ra: hãy ghi một trong {1} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The text tower of the model {0} has no output {1!r}: name one of {2} in its model.toml.</source>
        <translation>Nhánh văn bản của mô hình {0} không có đầu ra {1!r}: hãy ghi một trong {2} vào model.toml của mô hình.</translation>
    </message>
    <message>
        <source>The tokenizer of the model cannot be used ({0}): install the model again.</source>
        <translation>Không dùng được bộ tách từ của mô hình ({0}): hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The tokenizer of the model fails on these words ({0}): install the model again.</source>
        <translation>Bộ tách từ của mô hình bị lỗi với những từ này ({0}): hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The tokenizer cannot be written to {0}: {1}.</source>
        <translation>Không ghi được bộ tách từ vào {0}: {1}.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} is not CLIP&apos;s: it has no {1}; take the tokenizer.json of the model instead.</source>
        <translation>Bộ từ vựng trong {0} không phải của CLIP: nó không có {1}; hãy dùng tokenizer.json của mô hình để thay thế.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} does not fit its pairs ({1}): fetch both from the same model.</source>
        <translation>Bộ từ vựng trong {0} không khớp với các cặp của nó ({1}): hãy tải cả hai từ cùng một mô hình.</translation>
    </message>
    <message>
        <source>The tokenizer {0} cannot be read ({1}): install the model again.</source>
        <translation>Không đọc được bộ tách từ {0} ({1}): hãy cài lại mô hình.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} cannot be read ({1} holds no table): fetch it again.</source>
        <translation>Không đọc được bộ từ vựng trong {0} ({1} không chứa bảng nào): hãy tải lại.</translation>
    </message>
    <message>
        <source>The vocabulary in {0} cannot be read ({1}): fetch it again.</source>
        <translation>Không đọc được bộ từ vựng trong {0} ({1}): hãy tải lại.</translation>
    </message>
    <message>
        <source>There is no tokenizer in {0}: name a folder that holds a {1}, or CLIP&apos;s {2} and {3}, or its {4}.</source>
        <translation>Không có bộ tách từ trong {0}: hãy nêu một thư mục chứa {1}, hoặc chứa {2} và {3} của CLIP, hoặc {4} của CLIP.</translation>
    </message>
    <message>
        <source>{0} has no output that could be a vector: it gives no fractions, but {1}.</source>
        <translation>{0} không có đầu ra nào dùng làm vectơ được: nó không cho số thực mà cho {1}.</translation>
    </message>
    <message>
        <source>{0} fails on a picture of {1} pixels, so it may want another size ({2}).</source>
        <translation>{0} bị lỗi với ảnh {1} pixel, nên có thể cần kích thước khác ({2}).</translation>
    </message>
    <message>
        <source>{0} gives nothing but zeros for a picture: choose another output.</source>
        <translation>{0} chỉ cho toàn số 0 với một ảnh: hãy chọn đầu ra khác.</translation>
    </message>
    <message>
        <source>{0} gives the same vector for every picture: choose another output.</source>
        <translation>{0} cho cùng một vectơ với mọi ảnh: hãy chọn đầu ra khác.</translation>
    </message>
    <message>
        <source>{0} needs the operator {1}, which this program does not have in that form: export it for a common version of ONNX (opset 17), in float32 or int8.</source>
        <translation>{0} cần toán tử {1}, mà chương trình này không có ở dạng đó: hãy xuất lại cho một phiên bản ONNX thông dụng (opset 17), ở float32 hoặc int8.</translation>
    </message>
    <message>
        <source>{0} is damaged, or was made for another program ({1}).</source>
        <translation>{0} bị hỏng, hoặc được tạo cho chương trình khác ({1}).</translation>
    </message>
    <message>
        <source>{0} gives another vector for its reference picture than the one that came with it (cosine {1}): it is damaged, or described wrongly.</source>
        <translation>Với ảnh tham chiếu, {0} cho một vectơ khác với vectơ đi kèm (cosine {1}): mô hình bị hỏng, hoặc được mô tả sai.</translation>
    </message>
    <message>
        <source>{0} gives no vector that way: {1}; choose another pooling or output.</source>
        <translation>Theo cách đó, {0} không cho vectơ: {1}; hãy chọn cách gộp (pooling) hoặc đầu ra khác.</translation>
    </message>
    <message>
        <source>{0} gives {1} numbers for a picture of {2} x {3} pixels where 1 x {4} were expected: correct the size, the output or the pooling.</source>
        <translation>{0} cho {1} số với ảnh {2} x {3} pixel, trong khi cần 1 x {4}: hãy sửa kích thước, đầu ra hoặc cách gộp (pooling).</translation>
    </message>
    <message numerus="yes">
        <source>{0} gives {1} numbers for its patches, which are not {2} x {3} patches after %Ln other token(s): correct the patches in its description.</source>
        <translation>
            <numerusform>{0} cho {1} số cho các mảnh ảnh, không khớp với {2} x {3} mảnh ảnh sau %Ln token khác: hãy sửa phần mảnh ảnh trong bản mô tả.</numerusform>
        </translation>
    </message>
    <message>
        <source>The graph of {0} has several inputs: name one of {1}.</source>
        <translation>Đồ thị của {0} có nhiều đầu vào: hãy chọn một trong {1}.</translation>
    </message>
    <message>
        <source>The graph of {0} has several outputs: name one of {1}.</source>
        <translation>Đồ thị của {0} có nhiều đầu ra: hãy chọn một trong {1}.</translation>
    </message>
    <message>
        <source>The graph of {0} has no input {1!r}: name one of {2}.</source>
        <translation>Đồ thị của {0} không có đầu vào {1!r}: hãy chọn một trong {2}.</translation>
    </message>
    <message>
        <source>The graph of {0} has no output {1!r}: name one of {2}.</source>
        <translation>Đồ thị của {0} không có đầu ra {1!r}: hãy chọn một trong {2}.</translation>
    </message>
    <message>
        <source>{0} is chosen in the settings but cannot be had on this computer: the processor is used.</source>
        <translation>{0} được chọn trong cài đặt nhưng không có trên máy tính này: bộ xử lý được dùng thay thế.</translation>
    </message>
    <message>
        <source>{0} cannot run this model, so the processor is used ({1})</source>
        <translation>{0} không chạy được mô hình này nên bộ xử lý được dùng thay thế ({1})</translation>
    </message>
    <message>
        <source>{0} gives no sound vectors with this model, so the processor is used; update its driver.</source>
        <translation>{0} không cho vectơ hợp lệ với mô hình này nên bộ xử lý được dùng thay thế; hãy cập nhật trình điều khiển.</translation>
    </message>
    <message>
        <source>{0} gives other vectors than the processor (cosine {1}), so the processor is used; update its driver.</source>
        <translation>{0} cho vectơ khác với bộ xử lý (cosine {1}) nên bộ xử lý được dùng thay thế; hãy cập nhật trình điều khiển.</translation>
    </message>
    <message>
        <source>The model {0} came without a reference picture, so it cannot be verified.</source>
        <translation>Mô hình {0} không có ảnh tham chiếu đi kèm nên không xác minh được.</translation>
    </message>
    <message>
        <source>The reference of the model {0} cannot be read: {1}.</source>
        <translation>Không đọc được dữ liệu tham chiếu của mô hình {0}: {1}.</translation>
    </message>
    <message>
        <source>The reference of the model {0} is no picture and vector of its sizes.</source>
        <translation>Dữ liệu tham chiếu của mô hình {0} không phải là ảnh và vectơ đúng kích thước của mô hình.</translation>
    </message>
    <message>
        <source>There is no tokenizer.json in {0}, without which {1} takes no words: name it with --tokenizer.</source>
        <translation>Không có tokenizer.json trong {0}, mà thiếu tệp này thì {1} không nhận được từ ngữ: hãy chỉ ra bằng --tokenizer.</translation>
    </message>
    <message>
        <source>The tokenizer {0} is far too large to be one.</source>
        <translation>Tệp {0} quá lớn, không thể là bộ tách từ.</translation>
    </message>
    <message>
        <source>The tokenizer {0} cannot be read ({1}).</source>
        <translation>Không đọc được bộ tách từ {0} ({1}).</translation>
    </message>
    <message>
        <source>{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes nothing.</source>
        <translation>{0} không nhận từ ngữ như một nhánh văn bản, tức là dưới dạng token và có thể kèm mặt nạ: nó không nhận gì.</translation>
    </message>
    <message>
        <source>{0} does not take words as a text tower does, as tokens and perhaps their mask: it takes {1}.</source>
        <translation>{0} không nhận từ ngữ như một nhánh văn bản, tức là dưới dạng token và có thể kèm mặt nạ: nó nhận {1}.</translation>
    </message>
    <message>
        <source>{0} gives no vector of {1} numbers as the pictures do, but {2}: it belongs to another model.</source>
        <translation>{0} không cho vectơ {1} số như phần ảnh mà cho {2}: nó thuộc về mô hình khác.</translation>
    </message>
    <message>
        <source>The tokenizer for {0} is not a tokenizer.json: {1}.</source>
        <translation>Bộ tách từ cho {0} không phải là tokenizer.json: {1}.</translation>
    </message>
    <message>
        <source>The tokenizer for {0} is not a tokenizer.json of the library `tokenizers`.</source>
        <translation>Bộ tách từ cho {0} không phải là tokenizer.json của thư viện `tokenizers`.</translation>
    </message>
    <message>
        <source>{0} could not be fetched: the server answered {1}; save the picture and drop the file.</source>
        <translation>Không tải được {0}: máy chủ trả lời {1}; hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} took too long to come: save the picture and drop the file.</source>
        <translation>Tải {0} mất quá nhiều thời gian: hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}): save the picture and drop the file.</source>
        <translation>Không tải được {0} ({1}): hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} leads in circles: save the picture and drop the file.</source>
        <translation>{0} chuyển hướng thành vòng lặp: hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} is no address of a picture on the web: only http and https are fetched.</source>
        <translation>{0} không phải địa chỉ của một ảnh trên web: chỉ tải qua http và https.</translation>
    </message>
    <message>
        <source>{0} is larger than {1:.3g} MB: save the picture and drop the file.</source>
        <translation>{0} lớn hơn {1:.3g} MB: hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} could not be fetched (the connection broke off): save the picture and drop the file.</source>
        <translation>Không tải được {0} (kết nối bị ngắt): hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>{0} lies on this machine or in the local network, which a web page may not ask for: save the picture and drop the file.</source>
        <translation>{0} nằm trên máy này hoặc trong mạng nội bộ, nơi trang web không được phép truy cập: hãy lưu ảnh rồi thả tệp vào.</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>không có địa chỉ</translation>
    </message>
    <message>
        <source>The folder {0} vanished while it was looked through: is its disk still connected?</source>
        <translation>Thư mục {0} biến mất trong lúc được quét: ổ đĩa chứa thư mục có còn được kết nối không?</translation>
    </message>
    <message>
        <source>The folder {0} cannot be read ({1}): is it there, and may you open it?</source>
        <translation>Không đọc được thư mục {0} ({1}): thư mục có ở đó không, và bạn có quyền mở không?</translation>
    </message>
    <message>
        <source>A library needs a name: type one.</source>
        <translation>Thư viện phải có tên: hãy nhập tên.</translation>
    </message>
    <message>
        <source>{0} is no folder of the library {1}: see which it has.</source>
        <translation>{0} không phải thư mục của thư viện {1}: hãy xem thư viện có những thư mục nào.</translation>
    </message>
    <message>
        <source>{0} does not exist or is no folder: choose where {1} is now.</source>
        <translation>{0} không tồn tại hoặc không phải thư mục: hãy chọn vị trí hiện nay của {1}.</translation>
    </message>
    <message>
        <source>{0} and {1}, which is a folder of this library already, lie one in the other.</source>
        <translation>{0} và {1}, vốn đã là thư mục của thư viện này, nằm lồng nhau.</translation>
    </message>
    <message>
        <source>{0} does not hold what was in {1}: of {2} pictures looked for, {3} are there, and of {4} of these that were read {5} are the same. Choose another folder, or index {0} as a new one.</source>
        <translation>{0} không chứa những gì từng có trong {1}: tìm thử {2} ảnh thì thấy {3}, và trong {4} ảnh đã đọc có {5} ảnh giống hệt. Hãy chọn thư mục khác, hoặc lập chỉ mục {0} như một thư mục mới.</translation>
    </message>
    <message>
        <source>it lies in that folder already</source>
        <translation>tệp đã nằm sẵn trong thư mục đó</translation>
    </message>
    <message>
        <source>it was changed meanwhile, or the disk lost a part of it</source>
        <translation>tệp đã thay đổi trong lúc đó, hoặc ổ đĩa làm mất một phần tệp</translation>
    </message>
    <message>
        <source>{0} does not exist or is no folder: choose another one.</source>
        <translation>{0} không tồn tại hoặc không phải thư mục: hãy chọn thư mục khác.</translation>
    </message>
    <message>
        <source>{0} cannot be written: choose another folder, or change its permissions.</source>
        <translation>Không ghi được vào {0}: hãy chọn thư mục khác, hoặc thay đổi quyền truy cập.</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>không có quyền</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>ổ đĩa chỉ cho phép đọc</translation>
    </message>
    <message>
        <source>its name is too long for that disk</source>
        <translation>tên quá dài đối với ổ đĩa đó</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>đó là thư mục</translation>
    </message>
    <message>
        <source>a hard link must lie on the same disk as its picture</source>
        <translation>liên kết cứng phải nằm trên cùng ổ đĩa với ảnh</translation>
    </message>
    <message>
        <source>that disk has no such links</source>
        <translation>ổ đĩa đó không có loại liên kết này</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program and has to be brought up to date, but another window or command is writing to it: wait until that has finished.</source>
        <translation>Thư viện {0} do phiên bản cũ hơn của chương trình tạo ra và cần được cập nhật, nhưng một cửa sổ hoặc lệnh khác đang ghi vào thư viện: hãy đợi xong.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program and has to be brought up to date, but it cannot be written: copy it to a place where it can.</source>
        <translation>Thư viện {0} do phiên bản cũ hơn của chương trình tạo ra và cần được cập nhật, nhưng không ghi được: hãy sao chép thư viện đến nơi ghi được.</translation>
    </message>
    <message>
        <source>There is no library in {0}: index a folder into it first.</source>
        <translation>Không có thư viện nào trong {0}: hãy lập chỉ mục một thư mục vào đó trước.</translation>
    </message>
    <message>
        <source>The library {0} was made by a newer version of the program: update the program to open it.</source>
        <translation>Thư viện {0} do phiên bản mới hơn của chương trình tạo ra: hãy cập nhật chương trình để mở.</translation>
    </message>
    <message>
        <source>{0} is the database of another program: choose another folder for the library.</source>
        <translation>{0} là cơ sở dữ liệu của chương trình khác: hãy chọn thư mục khác cho thư viện.</translation>
    </message>
    <message>
        <source>The library {0} cannot be written ({1}): check the disk it is on.</source>
        <translation>Không ghi được thư viện {0} ({1}): hãy kiểm tra ổ đĩa chứa thư viện.</translation>
    </message>
    <message>
        <source>Another program is writing to the library {0}: wait until it has finished.</source>
        <translation>Một chương trình khác đang ghi vào thư viện {0}: hãy đợi xong.</translation>
    </message>
    <message>
        <source>The disk of the library {0} fails ({1}): check the disk it is on.</source>
        <translation>Ổ đĩa chứa thư viện {0} bị lỗi ({1}): hãy kiểm tra ổ đĩa đó.</translation>
    </message>
    <message>
        <source>The catalog of the library {0} is damaged ({1}): bring back a copy or index again.</source>
        <translation>Danh mục của thư viện {0} bị hỏng ({1}): hãy khôi phục từ một bản sao hoặc lập chỉ mục lại.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} is full: make room and start again; what was indexed is kept.</source>
        <translation>Ổ đĩa chứa thư viện {0} đã đầy: hãy giải phóng dung lượng rồi bắt đầu lại; phần đã lập chỉ mục được giữ lại.</translation>
    </message>
    <message>
        <source>The library {0} cannot be written: choose another place or change its permissions.</source>
        <translation>Không ghi được thư viện {0}: hãy chọn nơi khác hoặc thay đổi quyền truy cập.</translation>
    </message>
    <message>
        <source>{0} runs in its 8-bit form: {1}.</source>
        <translation>{0} chạy ở dạng 8 bit: {1}.</translation>
    </message>
    <message>
        <source>{0} times as fast as the full one, and its vectors agree with that to a cosine of {1} ({2} at the lowest)</source>
        <translation>nhanh gấp {0} lần dạng đầy đủ, và vectơ khớp với dạng đó ở mức cosine {1} (thấp nhất là {2})</translation>
    </message>
    <message>
        <source>The folder {0} does not exist or is no folder: check the name.</source>
        <translation>Thư mục {0} không tồn tại hoặc không phải thư mục: hãy kiểm tra tên.</translation>
    </message>
    <message>
        <source>The folder {0} has vanished while it was indexed (an unplugged disk?): what was indexed is kept; connect it and start again.</source>
        <translation>Thư mục {0} biến mất trong lúc lập chỉ mục (ổ đĩa bị rút ra?): phần đã lập chỉ mục được giữ lại; hãy kết nối ổ đĩa rồi bắt đầu lại.</translation>
    </message>
    <message>
        <source>The list of searches in {0} is damaged ({1}), so none of them are shown: it stays as it is until another search is kept there, and is put aside then.</source>
        <translation>Danh sách tìm kiếm trong {0} bị hỏng ({1}) nên không mục nào được hiển thị: nó được giữ nguyên cho đến khi lưu một tìm kiếm khác ở đó, rồi được cất sang một bên.</translation>
    </message>
    <message>
        <source>The list of searches in {0} was damaged ({1}): it is kept there as {2}, and a new list was begun.</source>
        <translation>Danh sách tìm kiếm trong {0} đã bị hỏng ({1}): nó được giữ lại ở đó với tên {2}, và một danh sách mới đã được tạo.</translation>
    </message>
    <message>
        <source>The searches in {0} were kept by a newer version of the program: update the program to use them.</source>
        <translation>Các tìm kiếm trong {0} được lưu bởi phiên bản mới hơn của chương trình: hãy cập nhật chương trình để dùng chúng.</translation>
    </message>
    <message>
        <source>The searches in {0} are just being changed by another window or command: try again in a moment.</source>
        <translation>Các tìm kiếm trong {0} đang được một cửa sổ hoặc lệnh khác thay đổi: hãy thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>Searches cannot be kept in {0} ({1}): make room there, or allow writing; nothing else is lost.</source>
        <translation>Không lưu được các tìm kiếm vào {0} ({1}): hãy giải phóng dung lượng ở đó, hoặc cho phép ghi; ngoài ra không mất gì.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows {1}): index it with that model first.</source>
        <translation>Thư viện này chưa được lập chỉ mục bằng mô hình {0!r} (thư viện biết {1}): hãy lập chỉ mục bằng mô hình đó trước.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows no model yet): index it with that model first.</source>
        <translation>Thư viện này chưa được lập chỉ mục bằng mô hình {0!r} (thư viện chưa biết mô hình nào): hãy lập chỉ mục bằng mô hình đó trước.</translation>
    </message>
    <message>
        <source>Not there just now: {0}. What was indexed from it is kept; connect the disk and start again.</source>
        <translation>Hiện không có ở đó: {0}. Những gì đã lập chỉ mục từ đó được giữ lại; hãy kết nối ổ đĩa rồi bắt đầu lại.</translation>
    </message>
    <message>
        <source>The model {0} did not start within {1:.0f} seconds: try again, or choose a smaller one.</source>
        <translation>Mô hình {0} không khởi động được trong {1:.0f} giây: hãy thử lại, hoặc chọn mô hình nhỏ hơn.</translation>
    </message>
    <message>
        <source>The model {0} brought its process down when it was loaded (exit code {1}): verify it, or choose another.</source>
        <translation>Mô hình {0} làm tiến trình của nó dừng đột ngột khi được nạp (mã thoát {1}): hãy xác minh mô hình, hoặc chọn mô hình khác.</translation>
    </message>
    <message>
        <source>This library has no vectors of the model {0}: see which models it has.</source>
        <translation>Thư viện này không có vectơ của mô hình {0}: hãy xem thư viện có những mô hình nào.</translation>
    </message>
    <message>
        <source>{0} is the only model of this library, which could not be searched without it: delete the library instead, or index its folders with another model first.</source>
        <translation>{0} là mô hình duy nhất của thư viện này, thiếu mô hình này thì không tìm được trong thư viện: hãy xóa thư viện, hoặc lập chỉ mục các thư mục bằng mô hình khác trước.</translation>
    </message>
    <message>
        <source>The library {0} is being indexed by another window or command: wait until that has finished.</source>
        <translation>Thư viện {0} đang được một cửa sổ hoặc lệnh khác lập chỉ mục: hãy đợi xong.</translation>
    </message>
    <message>
        <source>The vector file became shorter while it was read: close what changed it, and index again.</source>
        <translation>Tệp vectơ ngắn lại trong lúc được đọc: hãy đóng chương trình đã thay đổi tệp, rồi lập chỉ mục lại.</translation>
    </message>
    <message>
        <source>The vectors of this library hold what is no number, so they were damaged: index its folders again.</source>
        <translation>Các vector của thư viện này chứa giá trị không phải là số, tức là đã bị hỏng: hãy lập chỉ mục lại các thư mục.</translation>
    </message>
    <message>
        <source>The vectors of this library cannot be read ({0}): index its folders again.</source>
        <translation>Không đọc được vectơ của thư viện này ({0}): hãy lập chỉ mục lại các thư mục.</translation>
    </message>
    <message>
        <source>The vector file {0} is shorter than the catalog says, so it was damaged: index the folders again.</source>
        <translation>Tệp vectơ {0} ngắn hơn so với danh mục ghi, tức là đã bị hỏng: hãy lập chỉ mục lại các thư mục.</translation>
    </message>
    <message>
        <source>The examples cancel each other out, so nothing is left to look for: take one of them away.</source>
        <translation>Các ảnh mẫu triệt tiêu lẫn nhau nên không còn gì để tìm: hãy bỏ bớt một ảnh mẫu.</translation>
    </message>
    <message>
        <source>The vectors of this library cannot be read: check the disk, or index its folders again.</source>
        <translation>Không đọc được vectơ của thư viện này: hãy kiểm tra ổ đĩa, hoặc lập chỉ mục lại các thư mục.</translation>
    </message>
    <message>
        <source>Say what to look for, too: a query needs at least one example that matches should be like.</source>
        <translation>Hãy cho biết cả thứ cần tìm: truy vấn phải có ít nhất một ảnh mẫu mà kết quả nên giống.</translation>
    </message>
    <message>
        <source>Ask for at least one match.</source>
        <translation>Hãy yêu cầu ít nhất một kết quả.</translation>
    </message>
    <message>
        <source>The library {0} has no images yet: index a folder first.</source>
        <translation>Thư viện {0} chưa có ảnh nào: hãy lập chỉ mục một thư mục trước.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r} (it knows {1}): index it with that model first, or search with one it knows.</source>
        <translation>Thư viện này chưa được lập chỉ mục bằng mô hình {0!r} (thư viện biết {1}): hãy lập chỉ mục bằng mô hình đó trước, hoặc tìm bằng một mô hình mà thư viện biết.</translation>
    </message>
    <message>
        <source>The model {0} is not the version that this library was indexed with, so its vectors do not compare: index the folders again with it.</source>
        <translation>Mô hình {0} không đúng phiên bản đã dùng để lập chỉ mục thư viện này nên không so sánh được các vectơ: hãy lập chỉ mục lại các thư mục bằng mô hình này.</translation>
    </message>
    <message>
        <source>The model {0} knows pictures, not words: install one that takes words, such as CLIP, and index the folders with it.</source>
        <translation>Mô hình {0} hiểu ảnh, không hiểu từ ngữ: hãy cài một mô hình hiểu từ ngữ, chẳng hạn CLIP, và lập chỉ mục các thư mục bằng mô hình đó.</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln picture(s) are not opened at once: select fewer.</source>
        <translation>
            <numerusform>Không thể mở quá %Ln ảnh cùng lúc: hãy chọn ít hơn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln picture(s) at once</source>
        <translation>
            <numerusform>Tối đa %Ln ảnh cùng lúc</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label for %Ln picture(s):</source>
        <translation>
            <numerusform>Nhãn cho %Ln ảnh:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Folder for %Ln picture(s)</source>
        <translation>
            <numerusform>Thư mục cho %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln picture(s) to the trash?</source>
        <translation>
            <numerusform>Chuyển %Ln ảnh vào thùng rác?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are selected</source>
        <translation>
            <numerusform>Đã chọn %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) are selected, {0} in all</source>
        <translation>
            <numerusform>Đã chọn %Ln ảnh, tổng cộng {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <comment>what a button does, and to what</comment>
        <translation>{0} {1}</translation>
    </message>
    <message numerus="yes">
        <source>This has been said %Ln time(s)</source>
        <translation>
            <numerusform>Thông báo này đã xuất hiện %Ln lần</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What looks like it among %Ln picture(s) is shown here, best first.</source>
        <translation>
            <numerusform>Trong số %Ln ảnh, những ảnh giống ảnh đó sẽ hiện ở đây, khớp nhất trước.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln picture(s)</source>
        <translation>
            <numerusform>{0} trong %Ln ảnh</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped: show why</source>
        <comment>files</comment>
        <translation>
            <numerusform>%Ln tệp bị bỏ qua: xem lý do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}.</source>
        <translation>
            <numerusform>%Ln ảnh từ “{0}” vào thư viện “{1}”, dùng mô hình {2}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) from “{0}” into the library “{1}”, with the model {2}, in about {3}.</source>
        <translation>
            <numerusform>%Ln ảnh từ “{0}” vào thư viện “{1}”, dùng mô hình {2}, mất khoảng {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>A classic of classification, pooled to 2048 numbers: a baseline for everything newer.</source>
        <translation>Mô hình phân loại kinh điển, gộp thành 2048 số: mốc so sánh cho mọi mô hình mới hơn.</translation>
    </message>
    <message>
        <source>A small CLIP that knows much; for research only.</source>
        <translation>Một CLIP nhỏ nhưng hiểu biết rộng; chỉ để nghiên cứu.</translation>
    </message>
    <message>
        <source>As CLIP, trained on two thousand million pictures of the web: the model of the course, and the default of its vector database.</source>
        <translation>Giống CLIP, huấn luyện trên hai tỷ ảnh từ web: mô hình của khóa học và là mặc định của cơ sở dữ liệu vectơ ở đó.</translation>
    </message>
    <message>
        <source>Colour, layout, edges and texture, without any learning: quick, and good where colours and patterns decide.</source>
        <translation>Màu sắc, bố cục, đường nét và kết cấu, không cần học máy: nhanh, và tốt khi màu sắc và hoa văn là yếu tố quyết định.</translation>
    </message>
    <message>
        <source>Compares pictures pixel by pixel at 64 × 64: finds near copies, and is the baseline that others have to beat.</source>
        <translation>So sánh ảnh theo từng pixel ở cỡ 64 × 64: tìm được các bản gần như giống hệt, và là mốc mà những mô hình khác phải vượt qua.</translation>
    </message>
    <message>
        <source>Everyday things and scenes, with their colours and layout; small and quick.</source>
        <translation>Đồ vật và cảnh thường ngày, cùng màu sắc và bố cục của chúng; nhỏ và nhanh.</translation>
    </message>
    <message>
        <source>ImageNet by nearest neighbours, top 1</source>
        <translation>ImageNet theo láng giềng gần nhất, top 1</translation>
    </message>
    <message>
        <source>ImageNet without training, top 1</source>
        <translation>ImageNet không qua huấn luyện, top 1</translation>
    </message>
    <message>
        <source>The best of these for words, in many languages, and good for pictures: the one to take where the download does not matter.</source>
        <translation>Tốt nhất trong số này về từ ngữ, với nhiều ngôn ngữ, và cũng tốt cho ảnh: nên chọn khi dung lượng tải không thành vấn đề.</translation>
    </message>
    <message>
        <source>The last feature map of EfficientNet-B7, pooled: 2560 numbers instead of 125,440.</source>
        <translation>Bản đồ đặc trưng cuối của EfficientNet-B7, đã gộp: 2560 số thay vì 125.440.</translation>
    </message>
    <message>
        <source>The last feature map of EfficientNetV2-L, flattened to 62,720 numbers.</source>
        <translation>Bản đồ đặc trưng cuối của EfficientNetV2-L, trải thành 62.720 số.</translation>
    </message>
    <message>
        <source>The last feature map of VGG16, pooled by regions: finds a thing wherever it stands in the picture.</source>
        <translation>Bản đồ đặc trưng cuối của VGG16, gộp theo vùng: tìm được một vật dù nó nằm ở đâu trong ảnh.</translation>
    </message>
    <message>
        <source>The network of the course: its last feature map of 7 x 7 x 2560, flattened to 125,440 numbers; heavy in every way.</source>
        <translation>Mạng của khóa học: lấy bản đồ đặc trưng cuối 7 x 7 x 2560, trải thành 125.440 số; nặng về mọi mặt.</translation>
    </message>
    <message>
        <source>The network of the course: its last feature map, flattened, so that place counts as much as content.</source>
        <translation>Mạng của khóa học: lấy bản đồ đặc trưng cuối rồi trải ra, nên vị trí cũng quan trọng như nội dung.</translation>
    </message>
    <message>
        <source>The same object, building or place again, from another side; quick.</source>
        <translation>Tìm lại cùng một vật, tòa nhà hay địa điểm, nhìn từ phía khác; nhanh.</translation>
    </message>
    <message>
        <source>The same object, building or place again, from another side; the best of these at that.</source>
        <translation>Tìm lại cùng một vật, tòa nhà hay địa điểm, nhìn từ phía khác; tốt nhất trong số này về mặt đó.</translation>
    </message>
    <message>
        <source>The same object, building or place again: the best for its size, under a licence of its own.</source>
        <translation>Tìm lại cùng một vật, tòa nhà hay địa điểm: tốt nhất so với kích thước của nó, theo giấy phép riêng.</translation>
    </message>
    <message>
        <source>The vision transformer of the course: its class token, trained to tell the thousand kinds of ImageNet apart.</source>
        <translation>Vision transformer của khóa học: lấy token phân lớp, được huấn luyện để phân biệt một nghìn loại trong ImageNet.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; half the download, for graphics processors.</source>
        <translation>Sự vật, khung cảnh và phong cách, theo ảnh hoặc từ ngữ; dung lượng tải chỉ bằng một nửa, dành cho bộ xử lý đồ họa.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; in full precision.</source>
        <translation>Sự vật, khung cảnh và phong cách, theo ảnh hoặc từ ngữ; với độ chính xác đầy đủ.</translation>
    </message>
    <message>
        <source>Things, scenes and styles, by picture or by words; the quickest CLIP on a processor.</source>
        <translation>Sự vật, khung cảnh và phong cách, theo ảnh hoặc từ ngữ; CLIP nhanh nhất trên bộ xử lý.</translation>
    </message>
    <message>
        <source>accuracy of the 8-bit weights</source>
        <translation>mức chính xác của trọng số 8 bit</translation>
    </message>
    <message>
        <source>agreement with the network as it was trained</source>
        <translation>mức khớp với mạng khi được huấn luyện</translation>
    </message>
    <message>
        <source>begun with</source>
        <translation>bắt đầu từ</translation>
    </message>
    <message>
        <source>feature map</source>
        <translation>bản đồ đặc trưng</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>học từ</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>giấy phép</translation>
    </message>
    <message>
        <source>name and filling of the text input</source>
        <translation>tên và cách đệm của đầu vào văn bản</translation>
    </message>
    <message>
        <source>names of inputs and outputs</source>
        <translation>tên các đầu vào và đầu ra</translation>
    </message>
    <message>
        <source>names of outputs</source>
        <translation>tên các đầu ra</translation>
    </message>
    <message>
        <source>pictures to words, COCO R@1</source>
        <translation>ảnh sang từ ngữ, COCO R@1</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>gộp (pooling)</translation>
    </message>
    <message>
        <source>preprocessing</source>
        <translation>tiền xử lý</translation>
    </message>
    <message>
        <source>same building, Oxford hard mAP</source>
        <translation>cùng tòa nhà, Oxford hard mAP</translation>
    </message>
    <message>
        <source>share of queries answered well in the test of Immich</source>
        <translation>tỷ lệ truy vấn được trả lời tốt trong bài kiểm tra của Immich</translation>
    </message>
    <message>
        <source>size</source>
        <translation>dung lượng</translation>
    </message>
    <message>
        <source>size of the picture tower</source>
        <translation>dung lượng của nhánh ảnh</translation>
    </message>
    <message>
        <source>size of the text tower</source>
        <translation>dung lượng của nhánh văn bản</translation>
    </message>
    <message>
        <source>steps of the training</source>
        <translation>số bước huấn luyện</translation>
    </message>
    <message>
        <source>token that fills up</source>
        <translation>token dùng để đệm</translation>
    </message>
    <message>
        <source>words to pictures, COCO R@1</source>
        <translation>từ ngữ sang ảnh, COCO R@1</translation>
    </message>
    <message>
        <source>words to pictures, Flickr30k R@1</source>
        <translation>từ ngữ sang ảnh, Flickr30k R@1</translation>
    </message>
    <message>
        <source>it does not fit the model</source>
        <translation>không hợp với mô hình</translation>
    </message>
    <message>
        <source>What was learned from the pictures of this library is damaged ({0}): index its folders again.</source>
        <translation>Những gì đã học từ các ảnh của thư viện này bị hỏng ({0}): hãy lập chỉ mục lại các thư mục.</translation>
    </message>
    <message>
        <source>The disk that holds the library {0} has too little room to clear it up, which takes a copy of its vectors: make room and try again.</source>
        <translation>Ổ đĩa chứa thư viện {0} còn quá ít chỗ để dọn dẹp, vì việc đó cần một bản sao các vector: hãy giải phóng dung lượng rồi thử lại.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog is kept beside it, and the disk has no room for that ({1} MB): make room and open it again; nothing was changed.</source>
        <translation>Thư viện {0} do phiên bản cũ hơn của chương trình tạo ra. Trước khi cập nhật, một bản sao danh mục được giữ bên cạnh, nhưng ổ đĩa không đủ chỗ ({1} MB): hãy giải phóng dung lượng rồi mở lại; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The library {0} was made by an earlier version of the program. Before it is brought up to date, a copy of its catalog is kept beside it, which failed ({1}): check its disk and permissions, and open it again; nothing was changed.</source>
        <translation>Thư viện {0} do phiên bản cũ hơn của chương trình tạo ra. Trước khi cập nhật, một bản sao danh mục được giữ bên cạnh, nhưng việc này không thành ({1}): hãy kiểm tra ổ đĩa và quyền truy cập rồi mở lại; chưa có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>The library {0} was moved or deleted while it was written: what was indexed is where it is now; open it there and start again.</source>
        <translation>Thư viện {0} đã bị di chuyển hoặc xóa trong khi đang được ghi: phần đã lập chỉ mục nằm ở chỗ mới của thư viện; hãy mở thư viện ở đó rồi bắt đầu lại.</translation>
    </message>
    <message>
        <source>Folders of classes</source>
        <translation>Thư mục theo lớp</translation>
    </message>
    <message>
        <source>Table of queries (CSV)</source>
        <translation>Bảng truy vấn (CSV)</translation>
    </message>
    <message>
        <source>Oxford and Paris files</source>
        <translation>Tệp của Oxford và Paris</translation>
    </message>
    <message>
        <source>Revisited Oxford and Paris (.pkl)</source>
        <translation>Revisited Oxford và Paris (.pkl)</translation>
    </message>
    <message>
        <source>UKBench (groups of four)</source>
        <translation>UKBench (nhóm bốn ảnh)</translation>
    </message>
    <message>
        <source>Labels in the library</source>
        <translation>Nhãn trong thư viện</translation>
    </message>
    <message>
        <source>average expansion</source>
        <translation>mở rộng trung bình</translation>
    </message>
    <message>
        <source>alpha expansion</source>
        <translation>mở rộng alpha</translation>
    </message>
    <message>
        <source>shared neighbours</source>
        <translation>láng giềng chung</translation>
    </message>
    <message>
        <source>geometry checked</source>
        <translation>kiểm tra hình học</translation>
    </message>
    <message>
        <source>plain search</source>
        <translation>tìm thường</translation>
    </message>
    <message>
        <source>{0} holds vectors of {1} of {2} pictures, so its figures do not compare: index the folders with it again first.</source>
        <translation>{0} chỉ có vectơ của {1} trong {2} ảnh nên số liệu của nó không so sánh được: trước hết hãy lập chỉ mục lại các thư mục bằng nó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) could not be asked: that counts as if nothing had come.</source>
        <translation>
            <numerusform>Không chạy được %Ln truy vấn: tính như không có kết quả nào.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln question(s)</source>
        <translation>
            <numerusform>{0} trong %Ln câu hỏi</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Average of the best matches</source>
        <translation>Trung bình các kết quả tốt nhất</translation>
    </message>
    <message>
        <source>Alpha: by similarity</source>
        <translation>Alpha: theo độ giống</translation>
    </message>
    <message>
        <source>{0} is no file that can be read: choose another ground truth.</source>
        <translation>{0} không phải tệp đọc được: hãy chọn đáp án chuẩn khác.</translation>
    </message>
    <message>
        <source>The ground truth {0} cannot be read ({1}): is it there, and may you open it?</source>
        <translation>Không đọc được đáp án chuẩn {0} ({1}): tệp có ở đó không, và bạn có quyền mở không?</translation>
    </message>
    <message>
        <source>{0} is too large for a ground truth: is it the right file?</source>
        <translation>{0} quá lớn so với một đáp án chuẩn: có đúng tệp cần chọn không?</translation>
    </message>
    <message>
        <source>The pictures of this library have no labels and lie in no folders of their own: label some, or choose a file.</source>
        <translation>Ảnh trong thư viện này không có nhãn và cũng không nằm trong các thư mục riêng: hãy gắn nhãn cho một số ảnh hoặc chọn một tệp.</translation>
    </message>
    <message>
        <source>No picture of this library has a label, so the folders in which they lie are taken for classes.</source>
        <translation>Không ảnh nào trong thư viện này có nhãn, nên mỗi thư mục chứa ảnh được coi là một lớp.</translation>
    </message>
    <message>
        <source>Each picture asks for the others of its class, and is left out of its own answer.</source>
        <translation>Mỗi ảnh được dùng để tìm những ảnh khác cùng lớp, và bị bỏ ra khỏi câu trả lời của chính nó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a class will count as wrong answers.</source>
        <translation>
            <numerusform>%Ln ảnh không thuộc lớp nào sẽ tính là câu trả lời sai.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures in {0} ask for those in {1}.</source>
        <translation>Các ảnh trong {0} được dùng để tìm các ảnh trong {1}.</translation>
    </message>
    <message numerus="yes">
        <source>{0} holds more than %Ln files, so it is no ground truth: choose the folder of the classes.</source>
        <translation>
            <numerusform>{0} chứa hơn %Ln tệp nên không phải dữ liệu chuẩn: hãy chọn thư mục của các lớp.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds no folders with pictures, one for each class: choose the folder above the classes.</source>
        <translation>{0} không chứa các thư mục ảnh, mỗi lớp một thư mục: hãy chọn thư mục cha của các lớp.</translation>
    </message>
    <message numerus="yes">
        <source>Ignored, since not pictures: %Ln file(s).</source>
        <translation>
            <numerusform>Bỏ qua %Ln tệp vì không phải ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not looked into, since unreadable: %Ln folder(s).</source>
        <translation>
            <numerusform>Bỏ qua %Ln thư mục vì không đọc được.</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture of this library has a label: label some, or choose a ground truth.</source>
        <translation>Không ảnh nào trong thư viện này có nhãn: hãy gắn nhãn cho một số ảnh hoặc chọn một đáp án chuẩn.</translation>
    </message>
    <message>
        <source>No two pictures of this library share a label: label more, or choose a ground truth.</source>
        <translation>Không có hai ảnh nào trong thư viện này chung nhãn: hãy gắn thêm nhãn hoặc chọn một đáp án chuẩn.</translation>
    </message>
    <message>
        <source>What shares a label with a picture is right for it; each is left out of its own answer.</source>
        <translation>Ảnh có chung nhãn với truy vấn là đúng; mỗi ảnh bị bỏ ra khỏi câu trả lời của chính nó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) without a label will count as wrong answers.</source>
        <translation>
            <numerusform>%Ln ảnh không có nhãn sẽ tính là câu trả lời sai.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} holds no query files (NAME_query.txt) that say a picture and four coordinates: choose the folder that does.</source>
        <translation>{0} không chứa tệp truy vấn (TÊN_query.txt) ghi một ảnh và bốn tọa độ: hãy chọn thư mục có các tệp đó.</translation>
    </message>
    <message>
        <source>As in the published program, a question&apos;s own picture is one of those that are right.</source>
        <translation>Giống như chương trình đã công bố, chính ảnh truy vấn cũng được tính là một ảnh đúng.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln query file(s) had to be left out: {0}.</source>
        <translation>
            <numerusform>Phải bỏ %Ln tệp truy vấn: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is no ground truth of the revisited sets ({1}): take the published file, such as gnd_roxford5k.pkl.</source>
        <translation>{0} không phải đáp án chuẩn của các bộ Revisited ({1}): hãy dùng tệp đã công bố, chẳng hạn gnd_roxford5k.pkl.</translation>
    </message>
    <message>
        <source>No line of {0} can be used ({1}): each needs a query and a relevant picture that are there.</source>
        <translation>Không dùng được dòng nào của {0} ({1}): mỗi dòng cần một ảnh truy vấn và một ảnh liên quan, cả hai đều phải có thật.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) of the table had to be left out: {0}.</source>
        <translation>
            <numerusform>Phải bỏ %Ln dòng của bảng: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>several pictures are called {0}</source>
        <translation>có nhiều ảnh tên {0}</translation>
    </message>
    <message>
        <source>there is no picture {0}</source>
        <translation>không có ảnh {0}</translation>
    </message>
    <message>
        <source>line {0} ({1})</source>
        <translation>dòng {0} ({1})</translation>
    </message>
    <message>
        <source>{0} does not name the columns query and relevant in its first line: add a line that does.</source>
        <translation>Dòng đầu của {0} không nêu hai cột query và relevant: hãy thêm dòng có tên hai cột đó.</translation>
    </message>
    <message>
        <source>Line {0} of {1} cannot be read ({2}): is a quotation mark left open?</source>
        <translation>Không đọc được dòng {0} của {1} ({2}): có dấu ngoặc kép nào chưa đóng không?</translation>
    </message>
    <message>
        <source>{0} is not written in UTF-8 (byte {1}): save it as CSV in UTF-8.</source>
        <translation>{0} không được ghi bằng UTF-8 (byte {1}): hãy lưu lại thành CSV với mã UTF-8.</translation>
    </message>
    <message>
        <source>it names no query or nothing that would be relevant</source>
        <translation>không nêu ảnh truy vấn hoặc không nêu ảnh liên quan nào</translation>
    </message>
    <message>
        <source>its region is not X,Y,WIDTH,HEIGHT</source>
        <translation>vùng chọn không có dạng X,Y,RỘNG,CAO</translation>
    </message>
    <message>
        <source>its grade is no number from 0 on</source>
        <translation>mức liên quan không phải là số từ 0 trở lên</translation>
    </message>
    <message>
        <source>{0} holds no numbered pictures, such as ukbench00000.jpg: choose the folder that does.</source>
        <translation>{0} không chứa ảnh đánh số, chẳng hạn ukbench00000.jpg: hãy chọn thư mục có các ảnh đó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s) came without four pictures, so that the N-S score does not mean there what it should.</source>
        <translation>
            <numerusform>%Ln nhóm không có đủ bốn ảnh, nên với các nhóm đó điểm N-S không còn đúng ý nghĩa.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ignored, since not numbered as the others: %Ln file(s).</source>
        <translation>
            <numerusform>Bỏ qua %Ln tệp vì không được đánh số như các tệp khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and others</source>
        <translation>{0} và các mục khác</translation>
    </message>
    <message numerus="yes">
        <source>The library lacks %Ln picture(s) of the ground truth; where one would be right, it counts as never found.</source>
        <translation>
            <numerusform>Thư viện thiếu %Ln ảnh của đáp án chuẩn; ảnh đúng nào bị thiếu thì tính là không bao giờ tìm thấy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) had to be left out, since there is nothing right to be found.</source>
        <translation>
            <numerusform>%Ln câu hỏi phải bỏ qua vì không có kết quả đúng nào để tìm.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies of other pictures find those at once, which flatters all figures: %Ln picture(s).</source>
        <translation>
            <numerusform>Bản sao của ảnh khác tìm thấy ảnh đó ngay, khiến mọi số liệu đẹp hơn thực tế: %Ln ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out, since several pictures of the library fit: %Ln name(s) ({0}).</source>
        <translation>
            <numerusform>Đã bỏ %Ln tên vì ứng với nhiều ảnh trong thư viện ({0}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.</source>
        <translation>
            <numerusform>Phải bỏ %Ln truy vấn vì ảnh không có trong thư viện mà cũng không có bên cạnh đáp án chuẩn: {0}.</numerusform>
        </translation>
    </message>
    <message>
        <source>In no folder of this library are two pictures, so that none could be found: choose a ground truth.</source>
        <translation>Không thư mục nào của thư viện này có từ hai ảnh trở lên nên không có gì để tìm: hãy chọn một đáp án chuẩn.</translation>
    </message>
    <message>
        <source>{0} asks nothing that this library could answer: a question needs at least one picture that would be right.</source>
        <translation>{0} không có truy vấn nào mà thư viện này trả lời được: mỗi truy vấn cần ít nhất một ảnh đúng.</translation>
    </message>
    <message>
        <source>The library holds none of the pictures that {0} names: index the folder in which they lie first.</source>
        <translation>Thư viện không có ảnh nào mà {0} nêu tên: trước hết hãy lập chỉ mục thư mục chứa các ảnh đó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) that were answered better are not in this table.</source>
        <translation>
            <numerusform>Bảng này không hiện %Ln lớp được trả lời tốt hơn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Best of %Ln way(s): {0} with an mAP of {1} and a {2} of {3}.</source>
        <translation>
            <numerusform>Tốt nhất trong %Ln cách: {0} với mAP {1} và {2} {3}.</numerusform>
        </translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>chưa kiểm tra</translation>
    </message>
    <message numerus="yes">
        <source>%Ln right image(s) not shown</source>
        <translation>
            <numerusform>%Ln ảnh đúng không hiện ở đây</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln right picture(s) the library does not hold</source>
        <translation>
            <numerusform>%Ln ảnh đúng không có trong thư viện</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the code of this language in HTML</comment>
        <translation>vi</translation>
    </message>
    <message>
        <source>How well this library answers</source>
        <translation>Thư viện này trả lời tốt đến đâu</translation>
    </message>
    <message>
        <source>All ways</source>
        <translation>Tất cả các cách tìm</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Độ chính xác và độ phủ</translation>
    </message>
    <message>
        <source>Mean average precision with its 95 % interval</source>
        <translation>Mean average precision (mAP) kèm khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Lớp nào bị nhầm với lớp nào</translation>
    </message>
    <message>
        <source>How it was counted</source>
        <translation>Cách tính</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>Tinh chỉnh</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Độ chính xác</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Độ phủ</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Lớp</translation>
    </message>
    <message>
        <source>Precision at eleven levels of recall, in numbers</source>
        <translation>Độ chính xác ở mười một mức độ phủ, bằng số</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Ảnh tìm được</translation>
    </message>
    <message>
        <source>right</source>
        <translation>đúng</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>sai</translation>
    </message>
    <message>
        <source>neither right nor wrong</source>
        <translation>không đúng cũng không sai</translation>
    </message>
    <message>
        <source>Below each picture: its rank, and its score.</source>
        <translation>Dưới mỗi ảnh: thứ hạng và điểm của nó.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Không có ảnh</translation>
    </message>
    <message>
        <source>Nothing came.</source>
        <translation>Không tìm được ảnh nào.</translation>
    </message>
    <message>
        <source>Every question was answered without fault.</source>
        <translation>Mọi truy vấn đều được trả lời đúng hoàn toàn.</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Sắp xếp theo cột này</translation>
    </message>
    <message>
        <source>Of the first k images, the share that is right.</source>
        <translation>Tỷ lệ ảnh đúng trong k ảnh đầu tiên.</translation>
    </message>
    <message>
        <source>Of all right images, the share that is among the first k.</source>
        <translation>Trong tất cả ảnh đúng, tỷ lệ nằm trong k ảnh đầu tiên.</translation>
    </message>
    <message>
        <source>The mean of the precisions at each right image; one that did not come counts 0.</source>
        <translation>Trung bình của độ chính xác tại mỗi ảnh đúng; ảnh đúng không tìm được tính là 0.</translation>
    </message>
    <message>
        <source>The area under the curve of precision and recall, by straight lines between its points; a right image that did not come counts 0.</source>
        <translation>Diện tích dưới đường cong độ chính xác theo độ phủ, nối các điểm bằng đoạn thẳng; ảnh đúng không tìm được tính là 0.</translation>
    </message>
    <message>
        <source>The mean of AP over all questions that have a right image.</source>
        <translation>Trung bình của AP trên mọi truy vấn có ảnh đúng.</translation>
    </message>
    <message>
        <source>The same of the first k images only, over as many as can be right among them.</source>
        <translation>Giống như trên nhưng chỉ với k ảnh đầu, chia cho số ảnh có thể đúng trong đó.</translation>
    </message>
    <message>
        <source>What the first k images are worth, less the later they come, over the best possible order.</source>
        <translation>Giá trị của k ảnh đầu tiên, ảnh càng về sau càng ít giá trị, so với thứ tự tốt nhất có thể.</translation>
    </message>
    <message>
        <source>How many of the four pictures of an object are among the first four.</source>
        <translation>Số ảnh nằm trong bốn kết quả đầu tiên, tính trên bốn ảnh của một vật.</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>r(k): right images among the first k. R: all right images. Q: questions. i: the ranks of the right images. g: what an image is worth, 1 unless the ground truth says more.</source>
        <translation>r(k): số ảnh đúng trong k ảnh đầu tiên. R: tổng số ảnh đúng. Q: số truy vấn. i: hạng của các ảnh đúng. g: giá trị của một ảnh, bằng 1 trừ khi đáp án chuẩn quy định khác.</translation>
    </message>
    <message>
        <source>The question itself</source>
        <translation>Chính ảnh truy vấn</translation>
    </message>
    <message>
        <source>A picture of the library that asks is left out of its own answer.</source>
        <translation>Ảnh trong thư viện được dùng làm truy vấn thì bị bỏ ra khỏi câu trả lời của chính nó.</translation>
    </message>
    <message>
        <source>Neither right nor wrong</source>
        <translation>Không đúng cũng không sai</translation>
    </message>
    <message>
        <source>Images that the ground truth calls so are taken out of an answer before anything is counted.</source>
        <translation>Những ảnh được đáp án chuẩn xếp vào loại này bị bỏ ra khỏi câu trả lời trước khi tính.</translation>
    </message>
    <message>
        <source>Absent pictures</source>
        <translation>Ảnh vắng mặt</translation>
    </message>
    <message>
        <source>Right pictures that the library does not hold count as never found.</source>
        <translation>Ảnh đúng mà thư viện không có thì tính là không bao giờ tìm thấy.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Ảnh ứng viên</translation>
    </message>
    <message>
        <source>Only images that the ground truth allows to be found are left in an answer.</source>
        <translation>Câu trả lời chỉ giữ lại những ảnh mà đáp án chuẩn cho phép tìm.</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>Khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>Where the mean would lie for other questions of the same kind: percentiles of 1,000 bootstrap samples.</source>
        <translation>Giá trị trung bình sẽ nằm ở đâu với các truy vấn khác cùng loại: phân vị của 1.000 mẫu bootstrap.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Đường cong</translation>
    </message>
    <message>
        <source>The best precision at this recall or a higher one, the mean over all questions.</source>
        <translation>Độ chính xác cao nhất tại độ phủ này hoặc cao hơn, lấy trung bình trên mọi truy vấn.</translation>
    </message>
    <message>
        <source>The median of what one question takes, as somebody waits who asks once: decoding, encoding and searching; what the library holds need not be encoded.</source>
        <translation>Trung vị thời gian của một câu hỏi, như người hỏi một lần phải chờ: giải mã, mã hóa và tìm kiếm; những gì thư viện đã có thì không cần mã hóa.</translation>
    </message>
    <message>
        <source>Images that may not be found take no part in them. The time of geometry is that of comparing pictures whose points are known; a picture that is seen for the first time takes longer.</source>
        <translation>Ảnh không được phép tìm thấy thì không tham gia. Thời gian của hình học là thời gian so sánh các ảnh đã biết điểm; ảnh gặp lần đầu mất nhiều thời gian hơn.</translation>
    </message>
    <message>
        <source>Of the k best images by exact comparison, the share that the graph finds; all measures are by the exact one.</source>
        <translation>Trong k ảnh khớp nhất theo so sánh chính xác, tỷ lệ mà đồ thị tìm ra; mọi số đo đều tính theo so sánh chính xác.</translation>
    </message>
    <message>
        <source>This library was not indexed with the model {0!r}: it knows {1}.</source>
        <translation>Thư viện này chưa được lập chỉ mục bằng mô hình {0!r}: thư viện biết {1}.</translation>
    </message>
    <message>
        <source>The ground truth asks nothing of this library: choose one that names its pictures.</source>
        <translation>Đáp án chuẩn không có truy vấn nào dành cho thư viện này: hãy chọn đáp án chuẩn nêu tên các ảnh trong thư viện.</translation>
    </message>
    <message>
        <source>There is no way to answer: choose a model and a metric.</source>
        <translation>Chưa có cách tìm nào: hãy chọn một mô hình và một độ đo.</translation>
    </message>
    <message>
        <source>{0}: {1} ({2})</source>
        <comment>a model, what it had to say, and of how many answers</comment>
        <translation>{0}: {1} ({2})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln câu trả lời</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the geometry of {1} of %Ln answer(s) was not checked, since pictures cannot be read.</source>
        <translation>
            <numerusform>{0}: hình học của {1} trong %Ln câu trả lời chưa được kiểm tra vì không đọc được ảnh.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}: the geometry of %Ln found image(s) was not checked, since files cannot be read.</source>
        <translation>
            <numerusform>{0}: hình học của %Ln ảnh tìm thấy chưa được kiểm tra vì không đọc được tệp.</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels are read from the library itself: leave out {0}.</source>
        <translation>Nhãn được đọc từ chính thư viện: hãy bỏ {0}.</translation>
    </message>
    <message>
        <source>There is no {0}: choose a ground truth that is there.</source>
        <translation>Không có {0}: hãy chọn một đáp án chuẩn có thật.</translation>
    </message>
    <message>
        <source>{0} is no ground truth that is known: choose a .csv or .pkl file, or a folder.</source>
        <translation>{0} không phải loại đáp án chuẩn đã biết: hãy chọn tệp .csv hoặc .pkl, hoặc một thư mục.</translation>
    </message>
    <message>
        <source>{0} is no folder: choose the folder of the ground truth.</source>
        <translation>{0} không phải thư mục: hãy chọn thư mục của đáp án chuẩn.</translation>
    </message>
    <message>
        <source>{0} is a folder: choose the file of the ground truth in it.</source>
        <translation>{0} là thư mục: hãy chọn tệp đáp án chuẩn trong đó.</translation>
    </message>
    <message>
        <source>A ground truth of the form “{0}” has to be read from somewhere: choose its file or folder.</source>
        <translation>Đáp án chuẩn dạng “{0}” phải được đọc từ đâu đó: hãy chọn tệp hoặc thư mục của nó.</translation>
    </message>
    <message>
        <source>The geometry was not checked: that needs a picture to look for, and its file.</source>
        <translation>Chưa kiểm tra hình học: việc này cần có một ảnh để tìm, cùng với tệp của ảnh đó.</translation>
    </message>
    <message numerus="yes">
        <source>The geometry of %Ln picture(s) was not checked: files are gone or cannot be read.</source>
        <translation>
            <numerusform>Chưa kiểm tra hình học của %Ln ảnh: tệp không còn hoặc không đọc được.</numerusform>
        </translation>
    </message>
    <message>
        <source>Heat map of classes</source>
        <translation>Bản đồ nhiệt của các lớp</translation>
    </message>
    <message>
        <source>Row: the class asked for. Column: that of the best match. Click for the questions.</source>
        <translation>Hàng: lớp được hỏi. Cột: lớp của kết quả tốt nhất. Nhấp để xem các câu hỏi.</translation>
    </message>
    <message>
        <source>Curves of precision and recall</source>
        <translation>Đường cong độ chính xác và độ phủ</translation>
    </message>
    <message>
        <source>Recall {0}</source>
        <translation>Độ phủ {0}</translation>
    </message>
    <message>
        <source>Choose ways in the table to see their curves.</source>
        <translation>Chọn các cách tìm trong bảng để xem đường cong.</translation>
    </message>
    <message>
        <source>Point at the curves to read them</source>
        <translation>Trỏ vào đường cong để đọc giá trị</translation>
    </message>
    <message>
        <source>Precision at recall {0}</source>
        <translation>Độ chính xác tại độ phủ {0}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <comment>precision at recall</comment>
        <translation>{0} tại {1}</translation>
    </message>
    <message>
        <source>{0}: precision at recall: {1}</source>
        <translation>{0}: độ chính xác tại độ phủ: {1}</translation>
    </message>
    <message>
        <source>The evaluation is done.</source>
        <translation>Đã đánh giá xong.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>AP {0}</source>
        <translation>AP {0}</translation>
    </message>
    <message>
        <source>First right one at rank {0}</source>
        <translation>Ảnh đúng đầu tiên ở hạng {0}</translation>
    </message>
    <message>
        <source>Nothing right came</source>
        <translation>Không tìm được ảnh đúng nào</translation>
    </message>
    <message>
        <source>First right one at rank {0} (junk left out)</source>
        <translation>Kết quả đúng đầu tiên ở hạng {0} (không tính ảnh bị loại)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln right image(s)</source>
        <translation>
            <numerusform>%Ln ảnh đúng</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} of them not in the library</source>
        <translation>{0}, trong đó {1} không có trong thư viện</translation>
    </message>
    <message>
        <source>came: {0}</source>
        <translation>tìm được: {0}</translation>
    </message>
    <message>
        <source>should have come: {0}</source>
        <translation>lẽ ra phải tìm được: {0}</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>Điểm {0}</translation>
    </message>
    <message>
        <source>Should have come</source>
        <translation>Lẽ ra phải tìm được</translation>
    </message>
    <message>
        <source>Row: the class asked for. Column: that of the best match. In percent of the questions.</source>
        <translation>Hàng: lớp được hỏi. Cột: lớp của kết quả tốt nhất. Tính theo phần trăm số câu hỏi.</translation>
    </message>
    <message>
        <source>Everything right is among these</source>
        <translation>Mọi ảnh đúng đều nằm trong số này</translation>
    </message>
    <message>
        <source>Questions, the worst first</source>
        <translation>Truy vấn, kém nhất trước</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Search for this one</source>
        <translation>Tìm theo truy vấn này</translation>
    </message>
    <message>
        <source>Search for the chosen question in the window (Enter, or a double click)</source>
        <translation>Tìm theo truy vấn đã chọn trong cửa sổ (Enter hoặc nhấp đúp)</translation>
    </message>
    <message>
        <source>There is no such question in this way.</source>
        <translation>Cách tìm này không có truy vấn như vậy.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s), the worst first</source>
        <translation>
            <numerusform>%Ln truy vấn, kém nhất trước</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) of “{0}” whose best match is of “{1}”</source>
        <translation>
            <numerusform>%Ln truy vấn thuộc “{0}” có kết quả khớp nhất thuộc “{1}”</numerusform>
        </translation>
    </message>
    <message>
        <source>; right and wrong as in “{0}”</source>
        <translation>; đúng và sai theo “{0}”</translation>
    </message>
    <message>
        <source>What is shown of the chosen ways</source>
        <translation>Nội dung hiện về các cách tìm đã chọn</translation>
    </message>
    <message>
        <source>Worst questions</source>
        <translation>Truy vấn kém nhất</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Điều cần biết</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Tiến độ đánh giá</translation>
    </message>
    <message>
        <source>The window can be used meanwhile; searches may take a little longer.</source>
        <translation>Trong lúc đó vẫn dùng được cửa sổ; tìm kiếm có thể lâu hơn một chút.</translation>
    </message>
    <message>
        <source>Asking the questions</source>
        <translation>Đang chạy các truy vấn</translation>
    </message>
    <message>
        <source>Opening the model…</source>
        <translation>Đang mở mô hình…</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <comment>a group of choices, and one of them</comment>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>A &amp;folder…</source>
        <translation>Thư &amp;mục…</translation>
    </message>
    <message>
        <source>A fi&amp;le…</source>
        <translation>&amp;Tệp…</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Độ đo</translation>
    </message>
    <message>
        <source>Refinements</source>
        <translation>Cách tinh chỉnh</translation>
    </message>
    <message>
        <source>Questions, at most</source>
        <translation>Số câu hỏi tối đa</translation>
    </message>
    <message>
        <source>all</source>
        <comment>questions</comment>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>&amp;Evaluate</source>
        <translation>Đánh &amp;giá</translation>
    </message>
    <message>
        <source>Folders of the library</source>
        <translation>Thư mục của thư viện</translation>
    </message>
    <message>
        <source>Measured at the first {0} matches.</source>
        <translation>Đo trên {0} kết quả đầu tiên.</translation>
    </message>
    <message>
        <source>at most, taken evenly from all of them</source>
        <translation>tối đa, lấy đều từ tất cả</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Đang đọc…</translation>
    </message>
    <message>
        <source>Choose a ground truth</source>
        <translation>Chọn đáp án chuẩn</translation>
    </message>
    <message>
        <source>Ground truth (*.csv *.tsv *.pkl)</source>
        <translation>Đáp án chuẩn (*.csv *.tsv *.pkl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
    <message>
        <source>Choose a model, a metric and a refinement at least.</source>
        <translation>Hãy chọn ít nhất một mô hình, một độ đo và một cách tinh chỉnh.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Median of what one question takes: decoding, encoding and searching</source>
        <translation>Trung vị thời gian của một truy vấn: giải mã, tính vectơ và tìm kiếm</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Đồ thị</translation>
    </message>
    <message>
        <source>Of the {0} best images, the share that the graph finds</source>
        <translation>Trong {0} ảnh khớp nhất, tỷ lệ mà đồ thị tìm ra</translation>
    </message>
    <message>
        <source>Mean average precision of the first {0} images alone</source>
        <translation>mAP chỉ của {0} ảnh đầu tiên</translation>
    </message>
    <message>
        <source>Of the first {0} images, the share that is right</source>
        <translation>Tỷ lệ ảnh đúng trong {0} ảnh đầu tiên</translation>
    </message>
    <message>
        <source>Of all right images, the share that is among the first {0}</source>
        <translation>Trong tất cả ảnh đúng, tỷ lệ nằm trong {0} ảnh đầu tiên</translation>
    </message>
    <message>
        <source>Mean average precision, with its 95 % interval</source>
        <translation>Mean average precision (mAP), kèm khoảng tin cậy 95%</translation>
    </message>
    <message>
        <source>What the first {0} images are worth, less the later they come</source>
        <translation>Giá trị của {0} ảnh đầu tiên, ảnh càng về sau càng ít giá trị</translation>
    </message>
    <message>
        <source>How many of the four pictures of an object are among the first four</source>
        <translation>Số ảnh nằm trong bốn kết quả đầu tiên, tính trên bốn ảnh của một vật</translation>
    </message>
    <message>
        <source>{0}, the best</source>
        <translation>{0}, tốt nhất</translation>
    </message>
    <message>
        <source>Newer versions were not looked for to the end.</source>
        <translation>Việc tìm phiên bản mới hơn chưa được thực hiện xong.</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>Đây là phiên bản mới nhất.</translation>
    </message>
    <message>
        <source>{0} is no address of the web, so newer versions are not looked for.</source>
        <translation>{0} không phải là địa chỉ web nên không thể tìm phiên bản mới hơn.</translation>
    </message>
    <message>
        <source>the server answered {0}</source>
        <translation>máy chủ trả lời {0}</translation>
    </message>
    <message>
        <source>the answer is too long</source>
        <translation>câu trả lời quá dài</translation>
    </message>
    <message>
        <source>What was answered about newer versions could not be read; look at the page of the program instead.</source>
        <translation>Không đọc được câu trả lời về phiên bản mới hơn; hãy xem trang của chương trình.</translation>
    </message>
    <message>
        <source>Whether there is a newer version could not be asked at {0} ({1}); it is tried again at the next start.</source>
        <translation>Không hỏi được ở {0} xem có phiên bản mới hơn hay không ({1}); lần khởi động sau sẽ thử lại.</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Bị nhầm với</translation>
    </message>
    <message>
        <source>The other class whose images came first most often, and the share of the questions</source>
        <translation>Lớp khác có ảnh đứng đầu nhiều nhất, và tỷ lệ câu hỏi</translation>
    </message>
    <message>
        <source>Classes, with their figures</source>
        <translation>Các lớp và số liệu</translation>
    </message>
    <message>
        <source>What to know of this evaluation</source>
        <translation>Điều cần biết về lần đánh giá này</translation>
    </message>
    <message>
        <source>Words are not to be found at a place of a picture: search with a picture to see where.</source>
        <translation>Không thể tìm vị trí của từ ngữ trong ảnh: hãy tìm bằng một bức ảnh để xem ở chỗ nào.</translation>
    </message>
    <message>
        <source>{0} is like the query all over: nothing in it stands out.</source>
        <translation>{0} chỗ nào cũng giống ảnh tìm: không có chỗ nào nổi bật.</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About imsearch</source>
        <translation>Giới thiệu imsearch</translation>
    </message>
    <message>
        <source>Looking what is here…</source>
        <translation>Đang thu thập thông tin…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Sao chép phiên bản</translation>
    </message>
    <message>
        <source>Copy the versions, to send them to somebody who helps</source>
        <translation>Sao chép các phiên bản để gửi cho người hỗ trợ</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>{0}
Python {1}, Qt {2}
Models can run on: {3}</source>
        <translation>{0}
Python {1}, Qt {2}
Mô hình chạy được trên: {3}</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>không nêu rõ</translation>
    </message>
    <message>
        <source>Libraries that it is made with</source>
        <translation>Các thư viện phần mềm được sử dụng</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Xây dựng bằng</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Giấy phép</translation>
    </message>
    <message>
        <source>imsearch {0}</source>
        <translation>imsearch {0}</translation>
    </message>
    <message>
        <source>Finds pictures by what they look like. Nothing leaves this computer.</source>
        <translation>Tìm ảnh theo những gì nhìn thấy trong ảnh. Không có gì rời khỏi máy tính này.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>Phần mềm tự do theo giấy phép MIT.</translation>
    </message>
</context>
<context>
    <name>ActingExtras</name>
    <message>
        <source>E&amp;xport…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>La&amp;bels…</source>
        <translation>&amp;Nhãn…</translation>
    </message>
    <message>
        <source>There are no results to export: search for something first.</source>
        <translation>Chưa có kết quả để xuất: hãy tìm kiếm trước.</translation>
    </message>
    <message>
        <source>Matches in {0}</source>
        <translation>Kết quả trong {0}</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>H&amp;oàn tác</translation>
    </message>
    <message>
        <source>&amp;Undo {0}</source>
        <translation>H&amp;oàn tác {0}</translation>
    </message>
</context>
<context>
    <name>ActingParts</name>
    <message>
        <source>Add a label…</source>
        <translation>Thêm nhãn…</translation>
    </message>
    <message>
        <source>Take a label away</source>
        <translation>Gỡ nhãn</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>Màu đánh dấu</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1} sao</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Không xếp hạng</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Không có màu</translation>
    </message>
    <message>
        <source>Copy to a folder</source>
        <translation>Sao chép vào thư mục</translation>
    </message>
    <message>
        <source>Move to a folder</source>
        <translation>Chuyển vào thư mục</translation>
    </message>
    <message>
        <source>Copy to another folder…</source>
        <translation>Sao chép vào thư mục khác…</translation>
    </message>
    <message>
        <source>Move to another folder…</source>
        <translation>Chuyển vào thư mục khác…</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>Chuyển vào thùng rác…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo what was done to pictures last</source>
        <translation>Hoàn tác việc vừa làm với ảnh</translation>
    </message>
    <message>
        <source>Undo what was done to pictures last (Ctrl+Alt+Z)</source>
        <translation>Hoàn tác thao tác gần nhất với ảnh (Ctrl+Alt+Z)</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Thêm nhãn</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Không có nhãn</translation>
    </message>
    <message>
        <source>They can be brought back from there, or with Undo.</source>
        <translation>Có thể khôi phục từ đó hoặc bằng Hoàn tác.</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Chuyển vào thùng rác</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Hiện tệp</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Words to add</source>
        <translation>Từ ngữ cần thêm</translation>
    </message>
    <message>
        <source>+ More like…</source>
        <translation>+ Giống…</translation>
    </message>
    <message>
        <source>− Less like…</source>
        <translation>− Không giống…</translation>
    </message>
    <message>
        <source>A picture…</source>
        <translation>Ảnh…</translation>
    </message>
    <message>
        <source>The copied picture</source>
        <translation>Ảnh đã sao chép</translation>
    </message>
    <message>
        <source>Words…</source>
        <translation>Từ ngữ…</translation>
    </message>
    <message>
        <source>Words to look for, too</source>
        <translation>Từ ngữ cần tìm thêm</translation>
    </message>
    <message>
        <source>Words for what to avoid</source>
        <translation>Từ ngữ cần tránh</translation>
    </message>
</context>
<context>
    <name>AskingParts</name>
    <message>
        <source>Back to the query before</source>
        <translation>Về truy vấn trước</translation>
    </message>
    <message>
        <source>Forward to the query after</source>
        <translation>Tới truy vấn sau</translation>
    </message>
    <message>
        <source>Saved searches and history</source>
        <translation>Tìm kiếm đã lưu và lịch sử</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Lưu tìm kiếm này…</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>“{0}” is saved; it is listed above the history (Ctrl+H).</source>
        <translation>Đã lưu “{0}”; mục này nằm phía trên lịch sử (Ctrl+H).</translation>
    </message>
</context>
<context>
    <name>CardView</name>
    <message>
        <source>Install</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>How to make it…</source>
        <translation>Cách tạo…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Xác minh</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Gỡ bỏ…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Progress of installing {0}</source>
        <translation>Tiến độ cài đặt {0}</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Đang xác minh…</translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation>{0} trên máy tính này</translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation>đang đo tốc độ…</translation>
    </message>
</context>
<context>
    <name>ColourDots</name>
    <message>
        <source>Colour label (1 to 9, 0 for none)</source>
        <translation>Màu đánh dấu (1 đến 9, 0 để bỏ)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Colour label: {0}</source>
        <translation>Màu đánh dấu: {0}</translation>
    </message>
    <message>
        <source>{0} ({1}, or 0 for none)</source>
        <translation>{0} ({1}, hoặc 0 để bỏ)</translation>
    </message>
</context>
<context>
    <name>DateChoice</name>
    <message>
        <source>When the pictures were taken</source>
        <translation>Thời gian chụp ảnh</translation>
    </message>
    <message>
        <source>The first day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Mọi thời gian</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>The last 12 months</source>
        <translation>12 tháng qua</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Giữa hai ngày…</translation>
    </message>
</context>
<context>
    <name>DetailsPanel</name>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Double-click to show it large</source>
        <translation>Nhấp đúp để xem lớn</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Geometry</source>
        <translation>Hình học</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Ngày chụp</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Ống kính</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Phơi sáng</translation>
    </message>
    <message>
        <source>Focal</source>
        <translation>Tiêu cự</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Copy the path of the file</source>
        <translation>Sao chép đường dẫn tệp</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation>Sao chép tọa độ</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Tìm ảnh giống</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Hiện tệp</translation>
    </message>
    <message>
        <source>{0}  ({1}, rank {2})</source>
        <translation>{0}  ({1}, hạng {2})</translation>
    </message>
    <message>
        <source>Choose a picture to see it here.</source>
        <translation>Chọn một ảnh để xem tại đây.</translation>
    </message>
    <message>
        <source>Offline: its disk or folder is not there just now. This is what the library knows of it.</source>
        <translation>Ngoại tuyến: ổ đĩa hoặc thư mục của ảnh hiện chưa kết nối. Đây là những gì thư viện biết về ảnh.</translation>
    </message>
    <message>
        <source>The file cannot be read: {0}. This is what the library knows of it.</source>
        <translation>Không đọc được tệp: {0}. Đây là những gì thư viện biết về ảnh.</translation>
    </message>
    <message>
        <source>No preview: {0}</source>
        <translation>Không có bản xem trước: {0}</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Open a picture</source>
        <translation>Mở ảnh</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Mở thư viện</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>More like this</source>
        <translation>Giống ảnh này</translation>
    </message>
    <message>
        <source>Less like this</source>
        <translation>Không giống ảnh này</translation>
    </message>
    <message>
        <source>Index this folder</source>
        <translation>Lập chỉ mục thư mục này</translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation>Nhập mô hình này</translation>
    </message>
    <message>
        <source>Search for this picture</source>
        <translation>Tìm theo ảnh này</translation>
    </message>
</context>
<context>
    <name>ExampleList</name>
    <message>
        <source>Swap + and −</source>
        <translation>Đổi chỗ + và −</translation>
    </message>
    <message>
        <source>Look for what was to be avoided, and avoid what was looked for</source>
        <translation>Tìm những gì đang tránh, và tránh những gì đang tìm</translation>
    </message>
</context>
<context>
    <name>ExampleRow</name>
    <message>
        <source>Looked for: click for “less like this” (Space, or −)</source>
        <translation>Đang tìm giống: nhấp để chuyển sang “không giống” (Space hoặc −)</translation>
    </message>
    <message>
        <source>Less like this: click to look for it (Space, or +)</source>
        <translation>Không giống: nhấp để chuyển sang tìm giống (Space hoặc +)</translation>
    </message>
    <message>
        <source>Look less for {0}</source>
        <translation>Tìm không giống {0}</translation>
    </message>
    <message>
        <source>Look for {0}</source>
        <translation>Tìm giống {0}</translation>
    </message>
    <message>
        <source>Remove from the query (Delete)</source>
        <translation>Bỏ khỏi truy vấn (Delete)</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>Bỏ {0}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>The selection: {0}</source>
        <translation>Ảnh đang chọn: {0}</translation>
    </message>
    <message>
        <source>All that is shown: {0}</source>
        <translation>Tất cả ảnh đang hiện: {0}</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Dạng</translation>
    </message>
    <message>
        <source>Contact sheet, PDF</source>
        <translation>Bảng ảnh, PDF</translation>
    </message>
    <message>
        <source>Contact sheet, PNG</source>
        <translation>Bảng ảnh, PNG</translation>
    </message>
    <message>
        <source>Table, CSV</source>
        <translation>Bảng dữ liệu, CSV</translation>
    </message>
    <message>
        <source>Table, JSON</source>
        <translation>Bảng dữ liệu, JSON</translation>
    </message>
    <message>
        <source>Folder of copies</source>
        <translation>Thư mục bản sao</translation>
    </message>
    <message>
        <source>Folder of hard links</source>
        <translation>Thư mục liên kết cứng</translation>
    </message>
    <message>
        <source>Folder of symbolic links</source>
        <translation>Thư mục liên kết tượng trưng</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Số cột</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>{0} pixels</source>
        <translation>{0} pixel</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>{0}, portrait</source>
        <translation>{0}, dọc</translation>
    </message>
    <message>
        <source>{0}, landscape</source>
        <translation>{0}, ngang</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất…</translation>
    </message>
    <message>
        <source>Choose where it should be written (Enter)</source>
        <translation>Chọn nơi ghi (Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>A row for each picture: rank, path, score, strength, rating, colour and labels.</source>
        <translation>Mỗi ảnh một dòng: thứ hạng, đường dẫn, điểm, độ khớp, xếp hạng, màu và nhãn.</translation>
    </message>
    <message>
        <source>What “imsearch search --json” writes, with rating, colour and labels.</source>
        <translation>Nội dung như “imsearch search --json” ghi ra, kèm xếp hạng, màu và nhãn.</translation>
    </message>
    <message>
        <source>Copies named by rank, such as “{0}”. Nothing is overwritten.</source>
        <translation>Bản sao đặt tên theo thứ hạng, chẳng hạn “{0}”. Không tệp nào bị ghi đè.</translation>
    </message>
    <message>
        <source>Second names of the same files, by rank, such as “{0}”; on the same disk only. They take no room.</source>
        <translation>Tên thứ hai cho chính các tệp đó, theo thứ hạng, chẳng hạn “{0}”; chỉ trên cùng ổ đĩa. Không tốn thêm dung lượng.</translation>
    </message>
    <message>
        <source>Links named by rank, such as “{0}”, that lead to the pictures where they are.</source>
        <translation>Liên kết đặt tên theo thứ hạng, chẳng hạn “{0}”, trỏ tới ảnh ở nơi đang lưu.</translation>
    </message>
    <message>
        <source>001 name.jpg</source>
        <translation>001 tên.jpg</translation>
    </message>
    <message>
        <source>One page.</source>
        <translation>Một trang.</translation>
    </message>
    <message>
        <source>{0}, up to {1} each.</source>
        <translation>{0}, mỗi trang tối đa {1}.</translation>
    </message>
    <message>
        <source>One picture of {0} × {1} pixels.</source>
        <translation>Một ảnh {0} × {1} pixel.</translation>
    </message>
    <message>
        <source>{0} × {1} pixels are too many for one PNG: choose smaller thumbnails, fewer pictures or a PDF.</source>
        <translation>{0} × {1} pixel là quá lớn cho một tệp PNG: hãy chọn ảnh thu nhỏ bé hơn, ít ảnh hơn hoặc PDF.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Xuất ra</translation>
    </message>
</context>
<context>
    <name>FilterSection</name>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Xóa mọi bộ lọc</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Ngày chụp</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Hướng ảnh</translation>
    </message>
    <message>
        <source>Shorter side</source>
        <translation>Cạnh ngắn</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Loại tệp</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Colour label</source>
        <translation>Màu đánh dấu</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Xếp hạng</translation>
    </message>
    <message>
        <source>Any rating</source>
        <translation>Mọi xếp hạng</translation>
    </message>
    <message>
        <source>Pictures that belong together</source>
        <translation>Ảnh cùng nhóm</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Bỏ bộ lọc này</translation>
    </message>
    <message>
        <source>Take away the filter {0}</source>
        <translation>Bỏ bộ lọc {0}</translation>
    </message>
    <message>
        <source>{0}, {1} of them</source>
        <translation>{0}, {1} ảnh</translation>
    </message>
</context>
<context>
    <name>FolderList</name>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Drop folders here</source>
        <translation>Thả thư mục vào đây</translation>
    </message>
</context>
<context>
    <name>FolderTree</name>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Folders and their pictures</source>
        <translation>Thư mục và số ảnh</translation>
    </message>
</context>
<context>
    <name>FoldersPage</name>
    <message>
        <source>Which folders?</source>
        <translation>Thư mục nào?</translation>
    </message>
    <message>
        <source>Add folders, or drop them here. Nothing in them is changed.</source>
        <translation>Thêm thư mục hoặc thả vào đây. Không có gì trong đó bị thay đổi.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>T&amp;hêm…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Bỏ</translation>
    </message>
    <message>
        <source>Pictures found</source>
        <translation>Số ảnh tìm thấy</translation>
    </message>
    <message>
        <source>Include &amp;subfolders</source>
        <translation>Gồm cả thư mục &amp;con</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Loại trừ</translation>
    </message>
    <message>
        <source>for example: *.thumb.jpg, backup/*</source>
        <translation>ví dụ: *.thumb.jpg, backup/*</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>{0} (open now)</source>
        <translation>{0} (đang mở)</translation>
    </message>
    <message>
        <source>A new library</source>
        <translation>Thư viện mới</translation>
    </message>
    <message>
        <source>Name of the new library</source>
        <translation>Tên thư viện mới</translation>
    </message>
    <message>
        <source>Add at least one folder.</source>
        <translation>Hãy thêm ít nhất một thư mục.</translation>
    </message>
    <message>
        <source>Give the new library a name.</source>
        <translation>Hãy đặt tên cho thư viện mới.</translation>
    </message>
    <message>
        <source>&amp;Leave out</source>
        <translation>&amp;Loại trừ</translation>
    </message>
    <message>
        <source>Names or paths, separated by commas; * stands for anything.</source>
        <translation>Tên hoặc đường dẫn, cách nhau bằng dấu phẩy; * thay cho bất kỳ chuỗi nào.</translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>&amp;Vào thư viện</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Tên</translation>
    </message>
    <message>
        <source>Will be kept in {0}</source>
        <translation>Sẽ lưu trong {0}</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Đang đếm…</translation>
    </message>
    <message>
        <source>No file here is named like a picture; indexing looks into the files all the same.</source>
        <translation>Không tệp nào ở đây có tên như tệp ảnh; khi lập chỉ mục, nội dung các tệp vẫn được kiểm tra.</translation>
    </message>
    <message>
        <source>{0} so far…</source>
        <translation>Đã thấy {0}…</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Thêm thư mục</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Saved searches and history</source>
        <translation>Tìm kiếm đã lưu và lịch sử</translation>
    </message>
    <message>
        <source>What you search for is listed here.</source>
        <translation>Những gì bạn tìm sẽ được liệt kê ở đây.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Bring back what was deleted</source>
        <translation>Khôi phục mục đã xóa</translation>
    </message>
    <message>
        <source>Clear history</source>
        <translation>Xóa lịch sử</translation>
    </message>
    <message>
        <source>Rename (F2)</source>
        <translation>Đổi tên (F2)</translation>
    </message>
    <message>
        <source>Delete (Del)</source>
        <translation>Xóa (Del)</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>Đã xóa “{0}”.</translation>
    </message>
</context>
<context>
    <name>IndexWizard</name>
    <message>
        <source>Index folders</source>
        <translation>Lập chỉ mục thư mục</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>Lập chỉ mục</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Quay lại</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Tiế&amp;p</translation>
    </message>
    <message>
        <source>&amp;Start indexing</source>
        <translation>&amp;Bắt đầu lập chỉ mục</translation>
    </message>
    <message>
        <source>Continue in the &amp;background</source>
        <translation>Tiếp tục chạy &amp;nền</translation>
    </message>
    <message>
        <source>&amp;Show my pictures</source>
        <translation>&amp;Xem ảnh của tôi</translation>
    </message>
    <message>
        <source>Another folder is being indexed: wait until that has finished, or cancel it.</source>
        <translation>Một thư mục khác đang được lập chỉ mục: hãy đợi xong hoặc hủy việc đó.</translation>
    </message>
    <message>
        <source>Pictures from “{0}” into the library “{1}”, with the model {2}.</source>
        <translation>Ảnh từ “{0}” vào thư viện “{1}”, dùng mô hình {2}.</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Cancel this job with files</source>
        <translation>Hủy tác vụ tệp này</translation>
    </message>
    <message>
        <source>Copying {0} of {1}</source>
        <translation>Đang sao chép {0}/{1}</translation>
    </message>
    <message>
        <source>Moving {0} of {1}</source>
        <translation>Đang di chuyển {0}/{1}</translation>
    </message>
    <message>
        <source>To the trash: {0} of {1}</source>
        <translation>Vào thùng rác: {0}/{1}</translation>
    </message>
    <message>
        <source>Exporting {0} of {1}</source>
        <translation>Đang xuất {0}/{1}</translation>
    </message>
    <message>
        <source>Stop here; nothing is left of the export</source>
        <translation>Dừng tại đây; phần đã xuất sẽ không được giữ lại</translation>
    </message>
    <message>
        <source>Stop here; what is done stays and can be undone</source>
        <translation>Dừng tại đây; phần đã làm được giữ lại và có thể hoàn tác</translation>
    </message>
</context>
<context>
    <name>KeptDelegate</name>
    <message>
        <source>Name of the search</source>
        <translation>Tên tìm kiếm</translation>
    </message>
</context>
<context>
    <name>KeptList</name>
    <message>
        <source>Saved searches and history</source>
        <translation>Tìm kiếm đã lưu và lịch sử</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>{0} is gone</source>
        <translation>{0} không còn nữa</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Labels in use</source>
        <translation>Nhãn đang dùng</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Số ảnh</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổi &amp;tên</translation>
    </message>
    <message>
        <source>Rename this label on all pictures (F2)</source>
        <translation>Đổi tên nhãn này trên mọi ảnh (F2)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Take this label from all pictures (Delete)</source>
        <translation>Gỡ nhãn này khỏi mọi ảnh (Delete)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Give a label the name of another one, and the two become one.</source>
        <translation>Đặt cho nhãn này tên của một nhãn khác thì hai nhãn gộp làm một.</translation>
    </message>
    <message>
        <source>No picture has a label yet: select pictures in the results and press L.</source>
        <translation>Chưa ảnh nào có nhãn: hãy chọn ảnh trong kết quả rồi nhấn L.</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>There is no picture in that: drop or paste a picture, a file or a folder.</source>
        <translation>Không có ảnh nào trong đó: hãy thả hoặc dán ảnh, tệp hay thư mục.</translation>
    </message>
</context>
<context>
    <name>MarksEditor</name>
    <message>
        <source>Add a label (L in the results)</source>
        <translation>Thêm nhãn (L trong kết quả)</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Thêm nhãn</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Take the label “{0}” away</source>
        <translation>Gỡ nhãn “{0}”</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Messages</source>
        <translation>Thông báo</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Problem</source>
        <translation>Sự cố</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Thông báo</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Đóng thông báo này (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Show what is behind this message</source>
        <translation>Hiện chi tiết đằng sau thông báo này</translation>
    </message>
    <message>
        <source>What is behind this message</source>
        <translation>Chi tiết đằng sau thông báo này</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>Copy the message and its details</source>
        <translation>Sao chép thông báo và chi tiết</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>Mở &amp;nhật ký</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Số lần</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>{0} numbers a picture</source>
        <translation>{0} số mỗi ảnh</translation>
    </message>
    <message>
        <source>licence {0}</source>
        <translation>giấy phép {0}</translation>
    </message>
    <message>
        <source>licence not stated</source>
        <translation>không nêu giấy phép</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>khuyên dùng</translation>
    </message>
    <message>
        <source>used in this library</source>
        <translation>đang dùng trong thư viện này</translation>
    </message>
    <message>
        <source>{0} on this computer</source>
        <translation>{0} trên máy tính này</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>khoảng {0}</translation>
    </message>
    <message>
        <source>measuring its speed…</source>
        <translation>đang đo tốc độ…</translation>
    </message>
    <message>
        <source>speed unknown</source>
        <translation>chưa rõ tốc độ</translation>
    </message>
</context>
<context>
    <name>ModelListPage</name>
    <message>
        <source>On this computer</source>
        <translation>Trên máy tính này</translation>
    </message>
    <message>
        <source>No model is on this computer.</source>
        <translation>Chưa có mô hình nào trên máy tính này.</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>Có thể cài thêm</translation>
    </message>
    <message>
        <source>Every model of the catalogue is on this computer.</source>
        <translation>Mọi mô hình trong danh mục đều đã có trên máy tính này.</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Không dùng được</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Which model?</source>
        <translation>Mô hình nào?</translation>
    </message>
    <message>
        <source>The model decides what counts as alike. A library can be indexed with several, one after another.</source>
        <translation>Mô hình quyết định thế nào là giống nhau. Có thể lập chỉ mục một thư viện lần lượt với nhiều mô hình.</translation>
    </message>
    <message>
        <source>More models…</source>
        <translation>Xem thêm mô hình…</translation>
    </message>
    <message>
        <source>Models to be had, and what can be done with those that are here</source>
        <translation>Các mô hình có thể cài, và những việc làm được với mô hình đã có</translation>
    </message>
    <message>
        <source>Choose a model.</source>
        <translation>Hãy chọn một mô hình.</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Thư mục của mô hình</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Import a &amp;file…</source>
        <translation>Nhập &amp;tệp…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>A model decides what counts as alike. Pictures never leave this computer, whichever it is.</source>
        <translation>Mô hình quyết định thế nào là giống nhau. Dù dùng mô hình nào, ảnh không bao giờ rời khỏi máy tính này.</translation>
    </message>
    <message>
        <source>An .onnx file, or the folder of a model, can be dropped here.</source>
        <translation>Có thể thả tệp .onnx hoặc thư mục của mô hình vào đây.</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Nhập mô hình</translation>
    </message>
    <message>
        <source>ONNX models (*{0})</source>
        <translation>Mô hình ONNX (*{0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tất cả các tệp (*)</translation>
    </message>
    <message>
        <source>Import this model</source>
        <translation>Nhập mô hình này</translation>
    </message>
</context>
<context>
    <name>OpeningParts</name>
    <message>
        <source>Open with</source>
        <translation>Mở bằng</translation>
    </message>
    <message>
        <source>Open with…</source>
        <translation>Mở bằng…</translation>
    </message>
    <message>
        <source>Applications (*.app)</source>
        <translation>Ứng dụng (*.app)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>No program is known for it</source>
        <translation>Không tìm thấy chương trình phù hợp</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Anything else?</source>
        <translation>Còn gì nữa không?</translation>
    </message>
    <message>
        <source>What is set here suits most folders. Files that cannot be read are left out in any case, and listed with the reason.</source>
        <translation>Những gì đặt sẵn ở đây hợp với đa số thư mục. Tệp không đọc được luôn bị bỏ qua và được liệt kê kèm lý do.</translation>
    </message>
    <message>
        <source>Leave out &amp;small pictures: smallest side under</source>
        <translation>Loại bỏ ảnh &amp;nhỏ: cạnh ngắn dưới</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Smallest side in pixels</source>
        <translation>Cạnh ngắn tối thiểu tính bằng pixel</translation>
    </message>
    <message>
        <source>Only &amp;colour pictures</source>
        <translation>Chỉ ảnh &amp;màu</translation>
    </message>
    <message>
        <source>&amp;Watch these folders</source>
        <translation>&amp;Theo dõi các thư mục này</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tất cả</translation>
    </message>
    <message>
        <source>Processor cores used for indexing</source>
        <translation>Số nhân bộ xử lý dùng để lập chỉ mục</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Những việc sẽ làm</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Keeps out icons, buttons and thumbnails.</source>
        <translation>Loại bỏ biểu tượng, nút bấm và ảnh thu nhỏ.</translation>
    </message>
    <message>
        <source>Keeps out files stored as grey or black and white, scans for example.</source>
        <translation>Loại bỏ tệp lưu dạng thang xám hoặc đen trắng, chẳng hạn bản quét.</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Sau đó</translation>
    </message>
    <message>
        <source>While the program runs, pictures added, changed, moved or deleted there are noticed without being asked for.</source>
        <translation>Khi chương trình đang chạy, ảnh được thêm, sửa, di chuyển hoặc xóa trong đó sẽ tự động được nhận biết.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Máy tính này</translation>
    </message>
    <message>
        <source>&amp;Processor cores used for indexing</source>
        <translation>&amp;Số nhân bộ xử lý dùng để lập chỉ mục</translation>
    </message>
    <message>
        <source>Other programs go first in any case; fewer cores keep it cool and quiet.</source>
        <translation>Các chương trình khác luôn được ưu tiên; dùng ít nhân hơn thì máy mát và êm hơn.</translation>
    </message>
</context>
<context>
    <name>OtherModel</name>
    <message>
        <source>Another model…</source>
        <translation>Mô hình khác…</translation>
    </message>
    <message>
        <source>Choose a folder with an ONNX file. A model.toml beside it says what the model expects.</source>
        <translation>Chọn thư mục có tệp ONNX. Tệp model.toml đi kèm cho biết mô hình cần đầu vào thế nào.</translation>
    </message>
</context>
<context>
    <name>Pane</name>
    <message>
        <source>{0} is offline</source>
        <translation>{0} đang ngoại tuyến</translation>
    </message>
    <message>
        <source>Its folder {0} is not there just now: connect the disk or the network that holds it. What the library knows of the picture is kept.</source>
        <translation>Thư mục {0} của ảnh hiện không truy cập được: hãy kết nối ổ đĩa hoặc mạng chứa thư mục đó. Những gì thư viện biết về ảnh vẫn được giữ.</translation>
    </message>
    <message>
        <source>{0} cannot be shown</source>
        <translation>Không hiện được {0}</translation>
    </message>
    <message>
        <source>The reason: {0}. Show the file to try another program, or index again if it was moved.</source>
        <translation>Lý do: {0}. Hãy hiện tệp để thử chương trình khác, hoặc lập chỉ mục lại nếu tệp đã được di chuyển.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Indexing</source>
        <translation>Lập chỉ mục</translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation>Tiến độ lập chỉ mục</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Tạm &amp;dừng</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Hủy</translation>
    </message>
    <message>
        <source>Indexing “{0}”</source>
        <translation>Đang lập chỉ mục “{0}”</translation>
    </message>
    <message>
        <source>You may close this window: the work goes on, and you can search meanwhile.</source>
        <translation>Bạn có thể đóng cửa sổ này: công việc vẫn tiếp tục và bạn vẫn tìm kiếm được.</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Tiếp tục</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>What was indexed so far is kept; the next time does the rest.</source>
        <translation>Phần đã lập chỉ mục được giữ lại; lần sau sẽ làm nốt phần còn lại.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Indexing</source>
        <translation>Lập chỉ mục</translation>
    </message>
    <message>
        <source>Progress of indexing</source>
        <translation>Tiến độ lập chỉ mục</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Skipped files</source>
        <translation>Tệp bị bỏ qua</translation>
    </message>
    <message>
        <source>Show which files were skipped, and why</source>
        <translation>Xem tệp nào bị bỏ qua và lý do</translation>
    </message>
    <message>
        <source>Cancelled. What was indexed so far is kept.</source>
        <translation>Đã hủy. Phần đã lập chỉ mục được giữ lại.</translation>
    </message>
    <message>
        <source>{0} “{1}”</source>
        <translation>{0} “{1}”</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
</context>
<context>
    <name>QueryPanel</name>
    <message>
        <source>Metric</source>
        <translation>Độ đo</translation>
    </message>
    <message>
        <source>Pictures shown</source>
        <translation>Số ảnh hiện</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>Exact scan</source>
        <translation>Quét chính xác</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Đồ thị</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cách tìm</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Truy vấn</translation>
    </message>
    <message>
        <source>Clear the query</source>
        <translation>Xóa truy vấn</translation>
    </message>
    <message>
        <source>Search the whole picture</source>
        <translation>Tìm theo toàn bộ ảnh</translation>
    </message>
    <message>
        <source>Clear the region (Esc, or double-click on the picture)</source>
        <translation>Xóa vùng chọn (Esc, hoặc nhấp đúp vào ảnh)</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>Độ đ&amp;o</translation>
    </message>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Hiện</translation>
    </message>
    <message>
        <source>Sea&amp;rch</source>
        <translation>Cách &amp;tìm</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>ngoại tuyến</translation>
    </message>
</context>
<context>
    <name>RefineSection</name>
    <message>
        <source>Refine</source>
        <translation>Tinh chỉnh</translation>
    </message>
    <message>
        <source>Switch all refinements off</source>
        <translation>Tắt mọi cách tinh chỉnh</translation>
    </message>
    <message>
        <source>Query &amp;expansion</source>
        <translation>&amp;Mở rộng truy vấn</translation>
    </message>
    <message>
        <source>Query expansion</source>
        <translation>Mở rộng truy vấn</translation>
    </message>
    <message>
        <source>Searches a second time with the picture and its best matches together: more of the same kind are found in twice the time, but wrong first matches lead astray.</source>
        <translation>Tìm lần thứ hai bằng ảnh truy vấn cùng các kết quả khớp nhất: tìm được nhiều ảnh cùng loại hơn với thời gian gấp đôi, nhưng các kết quả đầu mà sai thì sẽ bị lạc hướng.</translation>
    </message>
    <message>
        <source>Shared &amp;neighbours</source>
        <translation>&amp;Láng giềng chung</translation>
    </message>
    <message>
        <source>Of the best 200 matches, those come first that have their neighbours in common with the picture: more of the same kind are found in a few hundredths of a second, but the best match may be lost.</source>
        <translation>Trong 200 kết quả khớp nhất, những ảnh có chung láng giềng với ảnh truy vấn được đưa lên đầu: tìm được nhiều ảnh cùng loại hơn mà chỉ mất vài phần trăm giây, nhưng có thể mất kết quả khớp nhất.</translation>
    </message>
    <message>
        <source>Check &amp;geometry</source>
        <translation>Kiểm tra hình họ&amp;c</translation>
    </message>
    <message>
        <source>Of the best 50 matches, those come first in which points of the picture are found again in the same arrangement: the same thing is found from another side, in some seconds for pictures that are looked at for the first time.</source>
        <translation>Trong 50 kết quả khớp nhất, những ảnh có các điểm của ảnh truy vấn lặp lại theo cùng cách sắp xếp được đưa lên đầu: tìm được cùng một vật nhìn từ phía khác, mất vài giây với những ảnh được xem xét lần đầu.</translation>
    </message>
</context>
<context>
    <name>RegionView</name>
    <message>
        <source>Query picture</source>
        <translation>Ảnh truy vấn</translation>
    </message>
    <message>
        <source>Drag to search for a part of the picture. Arrow keys move it, Ctrl+arrows resize it, Esc clears it.</source>
        <translation>Kéo để tìm theo một phần của ảnh. Phím mũi tên di chuyển vùng chọn, Ctrl+mũi tên đổi kích thước, Esc xóa vùng chọn.</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Chưa có ảnh</translation>
    </message>
</context>
<context>
    <name>ResultsArea</name>
    <message>
        <source>Drop, paste or open a picture</source>
        <translation>Thả, dán hoặc mở một ảnh</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>Mở ảnh…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>This library cannot be searched with words yet</source>
        <translation>Chưa thể tìm bằng từ ngữ trong thư viện này</translation>
    </message>
    <message>
        <source>{0} knows pictures, not words. Install a model that takes words, such as CLIP, and index the folders with it; then press Enter again.</source>
        <translation>{0} hiểu ảnh, không hiểu từ ngữ. Hãy cài một mô hình hiểu từ ngữ, chẳng hạn CLIP, lập chỉ mục các thư mục với mô hình đó rồi nhấn Enter lần nữa.</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Mô hình…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>No picture passes the filters</source>
        <translation>Không ảnh nào qua được bộ lọc</translation>
    </message>
    <message>
        <source>They leave nothing of this library to search in. Clear them, or change them beside the query.</source>
        <translation>Với các bộ lọc này, thư viện không còn ảnh nào để tìm. Hãy xóa hoặc đổi bộ lọc ở cạnh truy vấn.</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Xóa bộ lọc</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Không tìm thấy gì</translation>
    </message>
    <message>
        <source>No picture of this library has been indexed with this model yet.</source>
        <translation>Chưa ảnh nào trong thư viện này được lập chỉ mục với mô hình này.</translation>
    </message>
    <message>
        <source>Index again</source>
        <translation>Lập chỉ mục lại</translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message>
        <source>Order of the matches</source>
        <translation>Thứ tự kết quả</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Lưới</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Size of thumbnails</source>
        <translation>Cỡ ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Size of thumbnails (Ctrl++, Ctrl+−, Ctrl with the wheel)</source>
        <translation>Cỡ ảnh thu nhỏ (Ctrl++, Ctrl+−, Ctrl và con lăn)</translation>
    </message>
    <message>
        <source>Larger thumbnails</source>
        <translation>Ảnh thu nhỏ to hơn</translation>
    </message>
    <message>
        <source>Smaller thumbnails</source>
        <translation>Ảnh thu nhỏ bé hơn</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Thứ tự: {0}</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>Khớp nhất trước</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Mới nhất trước</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Cũ nhất trước</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Theo tên</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Theo thư mục</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Lớn nhất trước</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Xếp hạng cao nhất trước</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>Score</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Xếp hạng</translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>List of matches</source>
        <translation>Danh sách kết quả</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Cột</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Hàng</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Matches, best first</source>
        <translation>Kết quả, khớp nhất trước</translation>
    </message>
    <message>
        <source>weaker matches</source>
        <translation>kết quả yếu hơn</translation>
    </message>
    <message>
        <source>no strong match; these are the best there are</source>
        <translation>không có kết quả mạnh; đây là những kết quả tốt nhất</translation>
    </message>
</context>
<context>
    <name>SavePopup</name>
    <message>
        <source>Name of the search</source>
        <translation>Tên tìm kiếm</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Examples, regions and filters are kept with the library.</source>
        <translation>Ảnh mẫu, vùng chọn và bộ lọc được lưu cùng thư viện.</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Lưu tìm kiếm này</translation>
    </message>
</context>
<context>
    <name>SettingControl</name>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose: {0}</source>
        <translation>Chọn: {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Tìm cài đặt</translation>
    </message>
    <message>
        <source>Find a setting ({0})</source>
        <translation>Tìm cài đặt ({0})</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>No setting fits these words.</source>
        <translation>Không có cài đặt nào khớp với từ này.</translation>
    </message>
    <message>
        <source>Restore &amp;defaults</source>
        <translation>Khôi phục &amp;mặc định</translation>
    </message>
    <message>
        <source>Give every setting of this page its default again</source>
        <translation>Đưa mọi cài đặt trên trang này về mặc định</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Đón&amp;g</translation>
    </message>
    <message>
        <source>Every setting of the page “{0}” has its default already.</source>
        <translation>Mọi cài đặt trên trang “{0}” đều đang ở mặc định.</translation>
    </message>
    <message>
        <source>The settings of the page “{0}” have their defaults again.</source>
        <translation>Các cài đặt trên trang “{0}” đã trở về mặc định.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Find a shortcut by what it does or by its keys</source>
        <translation>Tìm phím tắt theo chức năng hoặc theo phím</translation>
    </message>
    <message>
        <source>Find a shortcut</source>
        <translation>Tìm phím tắt</translation>
    </message>
    <message>
        <source>No shortcut fits these words.</source>
        <translation>Không có phím tắt nào khớp với từ này.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Phím tắt</translation>
    </message>
</context>
<context>
    <name>SideChoice</name>
    <message>
        <source>Smallest size</source>
        <translation>Kích thước nhỏ nhất</translation>
    </message>
    <message>
        <source>Any size</source>
        <translation>Mọi kích thước</translation>
    </message>
    <message>
        <source>From {0} px</source>
        <translation>Từ {0} px</translation>
    </message>
    <message>
        <source>Own number…</source>
        <translation>Số khác…</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pixels of the shorter side, at least</source>
        <translation>Số pixel tối thiểu của cạnh ngắn</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Skipped files</source>
        <translation>Tệp bị bỏ qua</translation>
    </message>
    <message>
        <source>Filter by name, folder or reason</source>
        <translation>Lọc theo tên, thư mục hoặc lý do</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>Loại lý do</translation>
    </message>
    <message>
        <source>All reasons ({0})</source>
        <translation>Mọi lý do ({0})</translation>
    </message>
    <message>
        <source>&amp;Show in file manager</source>
        <translation>&amp;Hiện trong trình quản lý tệp</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>&amp;Sao chép dạng văn bản</translation>
    </message>
    <message>
        <source>&amp;Try all again</source>
        <translation>&amp;Thử lại tất cả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>{0} not in the library</source>
        <translation>{0} không có trong thư viện</translation>
    </message>
    <message>
        <source>They are tried again when they change.</source>
        <translation>Các tệp này được thử lại khi có thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was skipped</source>
        <translation>Không có tệp nào bị bỏ qua</translation>
    </message>
    <message>
        <source>Every picture that was found is in the library.</source>
        <translation>Mọi ảnh tìm thấy đều có trong thư viện.</translation>
    </message>
    <message>
        <source>&amp;Try {0} again</source>
        <translation>&amp;Thử lại {0}</translation>
    </message>
</context>
<context>
    <name>SkippedModel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating (1 to 5, 0 for none)</source>
        <translation>Xếp hạng (1 đến 5, 0 để bỏ)</translation>
    </message>
    <message>
        <source>Rating: {0} of {1}</source>
        <translation>Xếp hạng: {0} trên {1}</translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation>Xếp hạng: không có</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Number of matches</source>
        <translation>Số kết quả</translation>
    </message>
    <message>
        <source>How the search was done</source>
        <translation>Cách thực hiện tìm kiếm</translation>
    </message>
    <message>
        <source>decode {0}</source>
        <translation>giải mã {0}</translation>
    </message>
    <message>
        <source>exact, {0}</source>
        <translation>chính xác, {0}</translation>
    </message>
    <message>
        <source>graph, {0}</source>
        <translation>đồ thị, {0}</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>mô hình {0}</translation>
    </message>
    <message>
        <source>model {0} on {1}</source>
        <translation>mô hình {0} trên {1}</translation>
    </message>
    <message>
        <source>refine {0}</source>
        <translation>tinh chỉnh {0}</translation>
    </message>
    <message>
        <source>{0}; {1} in all</source>
        <translation>{0}; tổng cộng {1}</translation>
    </message>
    <message>
        <source>The model runs on: {0}</source>
        <translation>Mô hình chạy trên: {0}</translation>
    </message>
    <message>
        <source>{0} strong of {1} shown</source>
        <translation>{0} kết quả mạnh trong {1} đang hiện</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Bước {0}/{1}: {2}</translation>
    </message>
</context>
<context>
    <name>StrengthSlider</name>
    <message>
        <source>Match strength</source>
        <translation>Độ khớp</translation>
    </message>
    <message>
        <source>Match &amp;strength</source>
        <translation>Độ &amp;khớp</translation>
    </message>
    <message>
        <source>1 in {0}</source>
        <translation>1 trong {0}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>tắt</translation>
    </message>
    <message>
        <source>For words, or several examples, this library has too few pictures to tell how rare a match is.</source>
        <translation>Với từ ngữ hoặc nhiều ảnh mẫu, thư viện này có quá ít ảnh để biết một kết quả hiếm đến mức nào.</translation>
    </message>
    <message>
        <source>This library has too few pictures to tell how rare a match is.</source>
        <translation>Thư viện này có quá ít ảnh để biết một kết quả hiếm đến mức nào.</translation>
    </message>
    <message>
        <source>Stronger matches are as rare as 1 in {0} random pairs.</source>
        <translation>Kết quả mạnh hơn hiếm ngang mức 1 trong {0} cặp ảnh ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Draw a line below the matches that are rarer than chance</source>
        <translation>Kẻ một đường dưới những kết quả hiếm hơn mức ngẫu nhiên</translation>
    </message>
</context>
<context>
    <name>ThumbnailWall</name>
    <message>
        <source>Pictures indexed last</source>
        <translation>Ảnh vừa lập chỉ mục</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Library</source>
        <translation>Thư viện</translation>
    </message>
    <message>
        <source>Search for a picture or for words</source>
        <translation>Tìm theo ảnh hoặc từ ngữ</translation>
    </message>
    <message>
        <source>Drop, paste or open a picture, or type what you look for</source>
        <translation>Thả, dán hoặc mở một ảnh, hoặc nhập nội dung cần tìm</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>The model that is searched with</source>
        <translation>Mô hình dùng để tìm kiếm</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm kiếm</translation>
    </message>
    <message>
        <source>Search for what the field names, or choose a picture (Enter)</source>
        <translation>Tìm theo nội dung trong ô, hoặc chọn ảnh (Enter)</translation>
    </message>
    <message>
        <source>Drop, paste or open a picture, or enter its path or web address</source>
        <translation>Thả, dán hoặc mở một ảnh, hoặc nhập đường dẫn hay địa chỉ web của ảnh</translation>
    </message>
    <message>
        <source>No library</source>
        <translation>Chưa có thư viện</translation>
    </message>
    <message>
        <source>Open or make a library (Ctrl+L)</source>
        <translation>Mở hoặc tạo thư viện (Ctrl+L)</translation>
    </message>
    <message>
        <source>{0}
{1}; all libraries: Ctrl+L</source>
        <translation>{0}
{1}; mọi thư viện: Ctrl+L</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Match {0}: {1}</source>
        <translation>Kết quả {0}: {1}</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Truy vấn</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>Previous</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>The whole picture, or its pixels one to one</source>
        <translation>Toàn bộ ảnh, hoặc từng pixel theo tỷ lệ 1:1</translation>
    </message>
    <message>
        <source>Compare with the next example</source>
        <translation>So sánh với ảnh mẫu tiếp theo</translation>
    </message>
    <message>
        <source>Zoom and move both together</source>
        <translation>Thu phóng và di chuyển cả hai cùng lúc</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Đổi bên</translation>
    </message>
    <message>
        <source>Compare with the query</source>
        <translation>So sánh với truy vấn</translation>
    </message>
    <message>
        <source>Outline of the query in the match</source>
        <translation>Đường viền của truy vấn trong kết quả</translation>
    </message>
    <message>
        <source>Where in the match it is like the query</source>
        <translation>Chỗ nào trong kết quả giống ảnh tìm</translation>
    </message>
    <message>
        <source>Find similar</source>
        <translation>Tìm ảnh giống</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Hiện trong trình quản lý tệp</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Đóng xem trước</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>Rank {0} by its score</source>
        <translation>Hạng {0} theo điểm</translation>
    </message>
    <message>
        <source>Score: {0}</source>
        <translation>Điểm: {0}</translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>Điểm {0}</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Example {0} of {1}</source>
        <translation>Ảnh mẫu {0}/{1}</translation>
    </message>
</context>
<context>
    <name>WaitLine</name>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Opening “{0}”</source>
        <translation>Đang mở “{0}”</translation>
    </message>
    <message>
        <source>Verifying {0}</source>
        <translation>Đang xác minh {0}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome</source>
        <translation>Chào mừng</translation>
    </message>
    <message>
        <source>Find pictures by what they look like.</source>
        <translation>Tìm ảnh theo những gì nhìn thấy trong ảnh.</translation>
    </message>
    <message>
        <source>Drop a folder of pictures here</source>
        <translation>Thả một thư mục ảnh vào đây</translation>
    </message>
    <message>
        <source>It is indexed on this computer; no picture leaves it, and none is changed.</source>
        <translation>Thư mục được lập chỉ mục ngay trên máy tính này; không ảnh nào rời khỏi máy hay bị thay đổi.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Try with sample pictures</source>
        <translation>Thử với ảnh mẫu có sẵn</translation>
    </message>
</context>
<context>
    <name>WindowHelp</name>
    <message>
        <source>&amp;Help</source>
        <translation>Trợ &amp;giúp</translation>
    </message>
    <message>
        <source>The program crashed the last time. What was indexed is kept; folders that are watched go on by themselves.</source>
        <translation>Lần trước chương trình bị dừng đột ngột. Những gì đã lập chỉ mục vẫn còn; các thư mục được theo dõi sẽ tự tiếp tục.</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>Mở báo cáo</translation>
    </message>
    <message>
        <source>imsearch {0} is out; this is {1}.</source>
        <translation>Đã có imsearch {0}; đây là bản {1}.</translation>
    </message>
    <message>
        <source>Show its &amp;page</source>
        <translation>Mở &amp;trang của nó</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>&amp;Cài đặt…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Phím tắt</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>Mở &amp;nhật ký</translation>
    </message>
    <message>
        <source>Show the log’s &amp;folder</source>
        <translation>Hiện &amp;thư mục nhật ký</translation>
    </message>
    <message>
        <source>&amp;About imsearch</source>
        <translation>&amp;Giới thiệu imsearch</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Đến phần tiếp theo của cửa sổ</translation>
    </message>
    <message>
        <source>Go to the part of the window before</source>
        <translation>Về phần trước của cửa sổ</translation>
    </message>
    <message>
        <source>There is nothing to compare {0} with yet: index a folder of pictures, then it is searched for.</source>
        <translation>Chưa có gì để so sánh với {0}: hãy lập chỉ mục một thư mục ảnh, rồi ảnh này sẽ được tìm.</translation>
    </message>
    <message>
        <source>Index a folder…</source>
        <translation>Lập chỉ mục thư mục…</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>No file fits this filter.</source>
        <translation>Không tệp nào khớp với bộ lọc này.</translation>
    </message>
</context>
<context>
    <name>_Value</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
</context>
</TS>
