"""The screens on which everything that holds everywhere is looked at: what each is, and where."""

#: The longest procedure of the demonstration: 7 papers with a long text beside nearly each, and 38 KB of page.
LONGEST_PROCEDURE = "/thu-tuc/1-013978-dang-ky-dat-dai-tai-san-gan-lien-voi-dat-cap-giay-chung-nhan-quyen-su/"
SCREENS = {
    "home": "/",
    "catalogue": "/thu-tuc/",
    "narrowed catalogue": "/thu-tuc/?cap=commune&linh-vuc=ho-tich",
    "longest procedure": LONGEST_PROCEDURE,
    "results": "/tim-kiem/?q=giay+khai+sinh",
    "narrowed results": "/tim-kiem/?q=khai+sinh&kind=procedure&cap=commune&linh-vuc=ho-tich",
    "corrected question": "/tim-kiem/?q=giay+khia+sinh",
    "decoded question": "/tim-kiem/?q=ddawng+kys+keets+hoon",
    "no results": "/tim-kiem/?q=xyzkhongcogi",
    "agencies": "/co-quan/?q=dong+thanh",
    "agency": "/co-quan/so-tu-phap/",
    "committee of a commune": "/co-quan/uy-ban-nhan-dan-phuong-truong-an/",
    "list of news": "/tin-tuc/",
    "news": "/tin-tuc/ma-qr-tren-bang-niem-yet/",
    "list of documents": "/van-ban/",
    "document": "/van-ban/60-2014-qh13/",
    "guidance": "/huong-dan-tra-cuu/",
    "missing page": "/khong-co-trang-nay/",
    "mistyped code": "/q/ABCDEFG",
    "scan statistics": "/thong-ke-quet/",
}

#: Those of the officer's desk, for who has signed in.
OFFICERS_SCREENS = {
    "desk": "/ban/",
    "found": "/ban/?q=khai+sinh",
    "nothing found": "/ban/?q=xyzkhongcogi",
    "changes": "/ban/thay-doi/",
    "ledger": "/ban/so/",
    "board": "/ban/in/",
    "labels": "/ban/in/labels/",
    "printed lately": "/ban/in/da-in/",
    "queue": "/ban/hang-cho/",
    "choice of a commune": "/ban/xa-phuong/",
    "own account": "/tai-khoan/",
    "own password": "/tai-khoan/mat-khau/",
}
