"""What names of agencies are of, judged by hand: those that the national list writes often, and rarer spellings."""

from collections.abc import Mapping

#: Kind, level → names, with strokes between them.
JUDGED: Mapping[tuple[str, str], str] = {
    ("committee", "province"): """
        Ủy ban nhân dân cấp tỉnh | Chủ tịch ủy ban nhân dân cấp tỉnh | UBND tỉnh Bắc Ninh | UBND Thành phố Huế |
        UBND tỉnh Tuyên Quang | Ủy ban nhân dân tỉnh và thành phố trực thuộc Trung ương | Chủ tịch Ủy ban nhân dân
        tỉnh, thành phố trực thuộc trung ương | Ủy ban Nhân dân tỉnh và thành phố trực thuộc trung ương. | UBND tỉnh
        Lạng Sơn | UBND Thành phố Đà Nẵng | UBND Thành phố Hải Phòng | UBND Thành phố Đồng Nai | UBND tỉnh Ninh Bình
        | UBND tỉnh Thái Nguyên | UBND tỉnh Hà Tĩnh | Văn phòng UBND tỉnh | UBND tỉnh Nghệ An
    """,
    ("committee", "commune"): """
        Chủ tịch UBND cấp xã | Ủy ban Nhân dân xã, phường, thị trấn. | Chủ tịch Ủy ban nhân dân xã | Uỷ ban Nhân dân
        cấp xã, phường, thị trấn | Ủy ban nhân dân cấp xã | UBND Phường Bắc Giang, tỉnh Bắc Ninh | Chủ tịch Ủy ban
        nhân dân cấp xã, tỉnh Thanh Hóa | UBND Phường Kinh Bắc, tỉnh Bắc Ninh | UBND Phường Võ Cường, tỉnh Bắc Ninh
        | UBND cấp xã - tỉnh Quảng Trị | Ủy ban nhân dân xã | UBND Phường Từ Sơn, tỉnh Bắc Ninh
    """,
    ("committee", "district"): "UBND cấp huyện",
    ("bank", "central"): """
        Ngân hàng Nhà nước Việt Nam | Cục Quản lý, giám sát tổ chức tín dụng | Thanh tra Ngân hàng Nhà nước | Ngân
        hàng phát triển Việt Nam | Vụ Chính sách tiền tệ
    """,
    ("bank", "region"): """
        Ngân hàng Nhà nước Khu vực | Bộ phận Một cửa Ngân hàng Nhà nước Khu vực | NHNN Khu vực
    """,
    ("bank", "province"): """
        Ngân hàng Nhà nước chi nhánh tỉnh biên giới | Ngân hàng Nhà nước Chi nhánh tỉnh, thành phố trực thuộc Trung
        ương | Ngân hàng Nhà nước chi nhánh thành phố Hà Nội | Ngân hàng Nhà nước chi nhánh thành phố Hồ Chí Minh
    """,
    ("bank", ""): "Chi nhánh ngân hàng thương mại trên địa bàn",
    ("customs", "region"): """
        Chi cục Hải quan khu vực | Hải quan cửa khẩu | Hải quan khu vực/ hải quan cửa khẩu | Hải quan ngoài cửa khẩu
        | Hải quan cửa khẩu, Biên phòng cửa khâu
    """,
    ("customs", "central"): """
        Cục Hải quan - Bộ tài chính | Cục Hải quan | Cục Kiểm tra sau thông quan - Bộ tài chính
    """,
    ("customs", "province"): "Cục Hải quan tỉnh, thành phố",
    ("ministry", "central"): """
        Cục Hàng không Việt Nam | Ủy ban Chứng khoán Nhà nước - Bộ tài chính | Bộ Xây dựng | Bộ Công thương | Cục
        Hàng hải và Đường thủy Việt Nam | Bộ Tài chính | Bộ Khoa học và Công nghệ | Bộ Nông nghiệp và Môi trường |
        Bộ Văn hóa, Thể thao và Du lịch | Bộ Giáo dục và Đào tạo | Bộ Y tế | Cục Tần số vô tuyến điện | Cục An toàn
        bức xạ và hạt nhân | Ban Tôn giáo Chính phủ - Bộ Dân tộc và Tôn giáo | Cục Xuất nhập khẩu | Bộ Ngoại giao |
        Bộ | Cục Quản lý Y, Dược cổ truyền - Bộ Y tế | Cục Kỹ thuật an toàn và Môi trường công nghiệp | cơ quan
        ngang Bộ | cơ quan thuộc Chính phủ | Cục Đường sắt Việt Nam | Cục Viễn thông | Bộ Dân tộc và Tôn giáo | Bộ
        Nội vụ | Cục Chăn nuôi và Thú y - Bộ NN và MT | Cục Trồng trọt và Bảo vệ thực vật - Bộ NN và MT | Cục Phát
        thanh, truyền hình và thông tin điện tử | Cục Báo chí | Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia | Cục
        Lãnh sự - Bộ Ngoại giao | Cục Quản lý Khám chữa bệnh - Bộ Y tế | Cục Địa chất và Khoáng sản Việt Nam - Bộ NN
        và MT | Cục Quản lý Dược - Bộ Y tế | Cục Khoa học Công nghệ và Đào tạo - Bộ Y tế | Bộ trưởng Bộ Giáo dục và
        Đào tạo | Cục Bổ trợ tư pháp | Cục Xuất bản, In và Phát hành | Cục Việc làm | Cục Biến đổi khí hậu - Bộ NN
        và MT | Cục Sở hữu trí tuệ | Cục Đường bộ Việt Nam | Cục Bản quyền tác giả  - Bộ Văn hóa, Thể thao và Du
        lịch | Cục Thủy sản và Kiểm ngư - Bộ Nông nghiệp và Môi trường | Cục Quản lý tài nguyên nước - Bộ NN và MT |
        Cục Hạ tầng và Thiết bị y tế - Bộ Y tế | Bộ Kế hoạch và Đầu tư | Cục Biển và Hải đảo Việt Nam - Bộ NN và MT
        | Cục Mỹ thuật, Nhiếp ảnh và Triển lãm - Bộ Văn hóa, Thể thao và Du lịch | Cục Hóa chất | Ủy ban Cạnh tranh
        Quốc gia | Cơ quan thẩm quyền quản lý CITES Việt Nam | Vụ Dầu khí và Than | Cục Ngoại vụ và Ngoại giao văn
        hóa - Bộ Ngoại giao | Cục Lễ tân Nhà nước và Phiên dịch đối ngoại - Bộ Ngoại giao | Cục Thông tin, Thống kê
        | Cục Đo đạc, Bản đồ và Thông tin địa lý VN- Bộ NN và MT | Cục Lâm nghiệp và Kiểm lâm - Bộ NN và MT | Vụ
        Đánh giá và Thẩm định công nghệ | Cục Du lịch Quốc gia Việt Nam - Bộ Văn hóa, Thể thao và Du lịch | Trung
        tâm Đăng ký giao dịch, tài sản | Bộ Khoa học và Công nghệ ( Bộ TTTT cũ) | Bộ phận Một cửa của Bộ Khoa học và
        Công nghệ | Bộ phận Một cửa Cơ quan Bộ Xây dựng, tầng 1, số 65 Quán Sứ, Phường Cửa Nam
    """,
    ("ministry", "region"): """
        Chi cục Hàng hải và Đường thuỷ phía Nam | Chi cục Hàng hải và Đường thuỷ phía Bắc | Sở Ngoại vụ Thành phố Hồ
        Chí Minh - Bộ Ngoại giao | Chi cục Chăn nuôi và Thú y vùng
    """,
    ("land", "province"): """
        Văn phòng đăng ký đất đai | Chi nhánh Văn phòng đăng ký đất đai | Văn phòng Đăng ký đất đai - tỉnh Lạng Sơn
        | Văn phòng đăng ký đất đai Bắc Ninh | Văn phòng Đăng ký đất đai tỉnh - tỉnh Gia Lai | Chi nhánh Văn phòng
        đăng ký đất đai Tuy Phước - tỉnh Gia Lai
    """,
    ("police", "commune"): "Công an cấp Xã | Công an Xã | Công an phường",
    ("police", "province"): """
        Công an tỉnh | Công an cấp Tỉnh | Phòng cảnh sát quản lý hành chính về trật tự xã hội | Phòng quản lý xuất
        nhập cảnh | Phòng Xuất nhập cảnh | Phòng Cảnh sát giao thông | Phòng Cảnh sát phòng cháy, chữa cháy và cứu
        nạn, cứu hộ TP HCM
    """,
    ("police", "central"): """
        Cục cảnh sát quản lý hành chính về trật tự, xã hội | Cục quản lý xuất nhập cảnh | Bộ Công an | Cục cảnh sát
        giao thông | Cục an ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao | Cục Cảnh sát quản lý hành
        chính về trật tự xã hội | Trung tâm Dữ liệu quốc gia | Cục hồ sơ nghiệp vụ | Cục khoa học, chiến lược và
        lịch sử Công an | Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ | Cục cảnh sát phòng cháy, chữa cháy
        và cứu nạn cứu hộ
    """,
    ("police", "district"): "Công an huyện",
    ("department", "province"): """
        Sở Xây dựng | Sở Văn hóa, Thể thao và Du lịch | Sở Tư pháp | Sở Nông nghiệp và Môi trường - Tỉnh Đắk Lắk |
        Sở Văn hóa và Thể thao Thành phố Hà Nội | Sở Tài chính các tỉnh, thành phố | Cơ quan chức năng do Ủy ban
        nhân dân cấp tỉnh chỉ định | Sở Nội vụ | Sở Nông nghiệp và Môi trường Thành phố Hà Nội | Sở Giáo dục và Đào
        tạo | Sở Công thương | Sở Nông nghiệp và Môi trường tỉnh Đồng Tháp | Sở Y tế | Sở Nông nghiệp và Môi trường
        tỉnh Bắc Ninh | Sở Nông nghiệp và Môi trường | Cơ quan chuyên môn về y tế thuộc Uỷ ban nhân dân cấp tỉnh |
        Sở Khoa học và Công nghệ TP.Đà Nẵng | Ban quản lý khu công nghiệp, khu kinh tế, khu chế xuất, khu công nghệ
        cao các tỉnh, thành phố | Cơ quan chuyên môn về thể dục, thể thao thuộc Ủy ban nhân dân cấp tỉnh | Sở Giao
        thông công chánh - TP.HCM | Sở Dân tộc và Tôn giáo | Giám đốc Sở Giáo dục và Đào tạo | Chi cục Kiểm lâm | Sở
        Khoa học và Công nghệ | Ban Quản lý Khu kinh tế | Cơ quan có chức năng quản lý đất đai cấp tỉnh. | Sở Tư
        pháp Thành phố Hà Nội | Sở Nội vụ TP.Đà Nẵng | Sở Xây dựng - TP.HCM | Cơ quan quản lý nhà nước về thủy sản
        cấp tỉnh | Ban QL KKT Nghi sơn và các Khu công nghiệp | Sở Văn hóa - Thể thao và Du lịch tỉnh Bắc Ninh | Sở
        An toàn thực phẩm - TP.HCM | Cơ quan chuyên môn về khoa học và công nghệ thuộc UBND cấp tỉnh | Sở Nội vụ
        Thành phố Hà Nội | Sở Giáo dục và Đào tạo Thành phố Hà Nội | Ban Quản lý Khu công nghệ cao | Sở Văn hóa, Thể
        thao và Du lịch tỉnh Tây Ninh | Sở Nông nghiệp và Môi trường - tỉnh Gia Lai | Sở Nông nghiệp và Môi trường -
        tỉnh Lạng Sơn | Chi cục Lâm nghiệp và Kiểm lâm | Văn phòng Sở Xây dựng | Bộ phận Một cửa Sở Xây dựng | Bộ
        phận tiếp nhận và trả kết quả của Sở Nội vụ tại Trung tâm Phục vụ hành chính công tỉnh
    """,
    ("department", "commune"): """
        Cơ quan chuyên môn về Nông nghiệp và Môi trường thuộc UBND cấp xã | Cơ quan quản lý đất đai cấp xã | Phòng
        Kinh tế | Phòng Kinh tế, Hạ tầng và Đô thị
    """,
    ("port", "region"): """
        Cảng vụ hàng hải | Cảng vụ đường thủy nội địa | Văn phòng đại diện Cảng vụ Hàng hải | Cảng vụ Đường thủy nội
        địa | Cảng vụ hàng không | Cảng vụ hàng không miền Nam | Cảng vụ hàng không miền Bắc | Cảng vụ hàng không
        miền Trung | Cơ quan đăng ký tàu biển Việt Nam | Văn phòng đại diện Cảng vụ Hàng hải, Biên phòng cửa khâu
    """,
    ("tax", "province"): "Thuế tỉnh, thành phố",
    ("tax", "region"): "Thuế cơ sở | Chi cục thuế khu vực/ đội thuế",
    ("tax", "central"): """
        Cục Thuế - Bộ tài chính | Chi cục Thuế doanh nghiệp lớn - Cục Thuế | Chi cục Thuế Thương mại điện tử - Cục
        Thuế
    """,
    ("tax", "district"): "Chi cục thuế huyện, thành phố",
    ("tax", ""): "Cơ quan thuế",
    ("military", "central"): """
        Bộ Quốc phòng | Bộ Tư lệnh Thủ đô Hà nội | Cục Chính sách | Cục Quân y/Tổng cục Hậu cần - Kỹ thuật | đơn vị
        từ cấp trung đoàn trở lên | Cục Tác chiến/Bộ Tổng Tham mưu | Tổng cục Công nghiệp Quốc phòng | Bộ Tổng Tham
        mưu | Cục Tuyên huấn/Tổng cục Chính trị | Bộ Tham mưu/Tổng cục Công nghiệp quốc phòng | Quân chủng Hải quân
        | Cấp đại đội, tiểu đoàn hoặc tương đương | Bộ trưởng Bộ Quốc phòng | Cục Dân quân tự vệ thuộc Bộ Tổng Tham
        mưu | Văn phòng Ban Chỉ đạo Phòng thủ dân sự quốc gia (Cục Cứu hộ - Cứu nạn/Bộ Tổng Tham mưu) | Cục Xe máy-
        Vận tải/Tổng cục Hậu cần-Kỹ thuật | Bộ Tham mưu/Quân chủng Phòng không không quân | Cục Trưởng Cục Xe máy-
        Vận tải/Tổng cục Hậu cần-Kỹ thuật | Bảo hiểm xã hội Quân đội | Cục Chính sách - Xã hội/Tổng cục Chính trị |
        Tổng cục Chính trị | Cấp trung đoàn hoặc tương đương | Cục Quản lý mật mã dân sự và Kiểm định sản phẩm mật
        mã/Ban Cơ yếu Chính phủ | Thanh tra Bộ Quốc phòng | Ban Cơ yếu Chính phủ | Tổng cục Chính trị Quân đội nhân
        dân Việt Nam
    """,
    ("military", "commune"): "Ban chỉ huy quân sự cấp Xã",
    ("military", "region"): """
        Bộ Tư lệnh Quân khu | Tư lệnh hoặc Chính ủy quân khu | Cục Chính sách, Tư lệnh hoặc Chính ủy quân khu
    """,
    ("military", "province"): "Bộ chỉ huy quân sự cấp tỉnh | Chỉ huy trưởng Bộ chỉ huy quân sự tỉnh",
    ("social_insurance", "province"): "Bảo hiểm xã hội tỉnh | Bảo hiểm xã hội cấp Tỉnh",
    ("social_insurance", "district"): "Bảo hiểm xã hội cấp huyện",
    ("social_insurance", "central"): "Công đoàn cơ quan BHXH Việt Nam | Bảo hiểm xã hội Việt Nam",
    ("inspection", "central"): "Cục Đăng kiểm Việt Nam",
    ("inspection", "region"): """
        Cơ sở đăng kiểm (xe cơ giới, xe máy chuyên dùng) | Chi cục Đăng kiểm | Các đơn vị đăng kiểm | Cơ sở đăng
        kiểm tàu cá | Trung tâm Chứng nhận hệ thống quản lý chất lượng và an toàn (VRQC) | Trung tâm Đăng kiểm
        phương tiện giao thông đường bộ và đường sắt (NVICC)
    """,
    ("leader", "central"): """
        Thủ tướng Chính phủ | Chủ tịch nước | Bộ trưởng, Quốc Hội | Quốc Hội, Thủ tướng Chính phủ | Chính phủ
    """,
    ("fund", "central"): """
        Quỹ Phát triển khoa học và công nghệ quốc gia | Quỹ đổi mới công nghệ quốc gia | Quỹ dịch vụ Viễn thông công
        ích Việt Nam | Quỹ Bảo vệ và Phát triển rừng Việt Nam - Bộ NN và MT | Quỹ Bảo trợ trẻ em Việt Nam
    """,
    ("fund", ""): "Quỹ Hỗ trợ việc làm ngoài nước",
    ("fund", "province"): "Quỹ Bảo vệ và Phát triển rừng tỉnh | Quỹ Bảo trợ trẻ em các tỉnh, thành phố",
    ("company", "central"): "Tập đoàn Điện lực Việt Nam | Tổng công ty Đường sắt Việt Nam",
    ("company", ""): """
        Đơn vị quản lý vận hành nhà ở | Công ty Cổ phần Nước sạch Lai Châu | Doanh nghiệp nhỏ và vừa và cơ quan
    """,
    ("school", ""): """
        Cơ sở giáo dục | Cơ sở giáo dục nghề nghiệp | Cơ sở giáo dục đại học | Cơ sở đào tạo đủ điều kiện được công
        nhận | Trường Dự bị Đại học Dân tộc Sầm Sơn - Bộ giáo dục đào tạo | Trường Dự bị Đại học Dân tộc Nha Trang -
        Bộ giáo dục đào tạo | Trung tâm sát hạch | Cơ sở giáo dục nghề nghiệp và giáo dục đại học công lập | Trường
        Trung học phổ thông | Trường Trung học cơ sở | Hiệu trưởng nhà trường | Giám đốc học viện
    """,
    ("school", "central"): "Trường Dự bị Đại học Dân tộc Trung ương - Bộ giáo dục đào tạo",
    ("school", "province"): "Trường Dự bị Đại học thành phố Hồ Chí Minh - Bộ giáo dục đào tạo",
    ("unnamed", ""): """
        Cơ quan | Cơ quan khác | Các cơ quan | tổ chức liên quan | Cơ quan phân cấp | Cơ quan chủ quản | Cơ quan đại
        diện chủ sở hữu | Cơ quan quản lý nhà nước về nhà ở | công trình xây dựng, nông nghiệp | Bộ trưởng | Cơ quan
        có thẩm quyền phê duyệt nguồn vốn trồng rừng | Thủ trưởng cơ quan |  | Các đơn vị có thẩm quyền
    """,
    ("unnamed", "province"): "Bộ, ngành và Ủy ban nhân dân tỉnh liên quan",
    ("border", "region"): """
        Biên phòng cửa khẩu cảng | Đội Thủ tục Biên phòng cửa khẩu cảng | Đội Thủ tục thuộc Biên phòng cửa khẩu biên
        giới đất liền | Biên phòng cửa khâu | Đội thủ tuc biên phòng cửa khẩu cảng | Chỉ huy trưởng Bộ chỉ huy Bộ
        đội Biên phòng tỉnh và cấp tương đương. | Đội Thủ tục Biên phòng cửa khẩu cảng, Đội Thủ tục thuộc Biên phòng
        cửa khẩu biên giới đất liền | Đồn Biên phòng cửa khẩu quốc tế | Đồn trưởng đồn Biên phòng và cấp tương đương
    """,
    ("embassy", ""): "Cơ quan đại diện ngoại giao | Cơ quan lãnh sự | Cơ quan đại diện có thẩm quyền",
    ("embassy", "central"): """
        Cơ quan đại diện Việt Nam nơi mua tàu hoặc nơi bàn giao tàu | Đại sứ quán Việt Nam tại Niu Di-lân
    """,
    ("treasury", ""): "Kho bạc nhà nước các cấp | Kho bạc Nhà nước - Bộ tài chính",
    ("treasury", "region"): "Kho bạc Nhà nước khu vực",
    ("council", "province"): "Hội đồng nhân dân tỉnh | Hội đồng nhân dân cấp tỉnh",
    ("health", "province"): """
        Hội đồng Giám định Y khoa tỉnh | Trung tâm Kiểm soát bệnh tật tỉnh | Trung tâm Giám định Y khoa TP.Đà Nẵng |
        Trung tâm Phòng chống HIV/AIDS tỉnh
    """,
    ("health", ""): """
        Cơ sở khám bệnh, chữa bệnh | Trung tâm kiểm dịch Y tế Quốc tế | Trung tâm Kiểm dịch Y tế quốc tế | Trung tâm
        Kiểm soát bệnh tật
    """,
    ("health", "central"): """
        Hội đồng giám định y khoa trung ương | Các cơ sở khám chữa bệnh Trung ương và địa phương
    """,
    ("health", "commune"): "Trạm Y tế xã",
    ("service", ""): """
        Đơn vị sự nghiệp công lập thuộc cơ quan hành chính nhà nước | Cơ sở trợ giúp xã hội | Trung tâm Dịch vụ việc
        làm | Trung tâm trợ giúp pháp lý nhà nước | Trung tâm Dịch vụ việc làm Cao Bằng | Trung tâm trợ giúp pháp lý
        nhà nước, Giám đốc Sở Tư pháp
    """,
    ("service", "province"): "Trung tâm dịch vụ việc làm tỉnh Tuyên Quang",
    ("other", ""): """
        Cơ quan Thanh tra | Cơ quan thanh tra các cấp hoặc người được thủ trưởng cơ quan | đơn vị có thẩm quyền giải
        quyết tố cáo giao nhiệm vụ thẩm tra, xác minh | Cơ quan quản lý cơ sở dữ liệu hộ tịch điện tử | Phòng Thanh
        Tra | tổ chức đang quản lý sổ gốc | 119 Nguyễn Sơn
    """,
    ("court", ""): "Tòa án nhân dân_old | Tòa án nhân dân",
    ("court", "province"): "Tòa án nhân dân tỉnh, thành phố trực thuộc trung ương",
    ("court", "central"): "Tòa án nhân dân tối cao",
    ("court", "region"): "Tòa án nhân dân khu vực",
    ("notary", ""): "Tổ chức hành nghề công chứng",
    ("association", ""): """
        Tổ chức xã hội - nghề nghiệp đã được công nhận | Tổ chức hành nghề luật sư | Tổ chức tư vấn pháp luật | tổ
        chức hỗ trợ doanh nghiệp nhỏ và vừa. | Hội chữ thập đỏ
    """,
    ("association", "province"): """
        Liên đoàn thể thao tỉnh, thành phố trực thuộc trung ương | Hội cựu chiến binh tỉnh
    """,
    ("association", "central"): "Liên đoàn thể thao quốc gia | Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    ("enforcement", "region"): "Phòng thi hành án cấp quân khu, Thi hành án dân sự tỉnh, thành phố",
    ("enforcement", "province"): "Thi hành án dân sự tỉnh",
    ("centre", ""): "Trung tâm Hành chính công | Bộ phận Một cửa",
    ("centre", "commune"): """
        Trung tâm Phục vụ hành chính công cấp xã | TT PVHCC cấp xã | Bộ phận Một cửa cấp xã | Trung tâm PVHCC xã
    """,
    ("centre", "province"): """
        Trung tâm Phục vụ hành chính công tỉnh | Chi nhánh Trung tâm phục vụ hành chính công Thành phố | Các Trung
        tâm Phục vụ HCC trên địa bàn thành phố
    """,
    ("prosecutor", ""): "Viện kiểm sát nhân dân",
}
