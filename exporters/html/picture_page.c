/* The page of the HTML picture, as the assembler puts it into the library. */
__asm__(
    ".section .rodata\n"
    ".global attest_picture_page\n"
    ".global attest_picture_page_end\n"
    "attest_picture_page:\n"
    ".incbin \"" ATTEST_PICTURE_PAGE
    "\"\n"
    "attest_picture_page_end:\n"
    ".byte 0\n"
    ".previous\n");
