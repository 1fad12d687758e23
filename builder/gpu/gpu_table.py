"""What is known of NVIDIA's GPUs: a table, with the sources of every figure in docs/gpu-table.md.

One line for each GPU: its name as NVML gives it, what tells it from others of that name (or `-`), compute capability,
memory in MiB, CUDA cores, boost clock in MHz. A figure with a tilde is a guess, as the page says. Of several lines with
one name, the first is the one that is meant where nothing more is said.
"""

GPU_TABLE = """
# GeForce 16
NVIDIA GeForce GTX 1630 | - | 7.5 | 4096~ | 512 | 1785
NVIDIA GeForce GTX 1650 | - | 7.5 | 4096 | 896 | 1665
NVIDIA GeForce GTX 1650 SUPER | - | 7.5 | 4096~ | 1280 | 1725
NVIDIA GeForce GTX 1660 | - | 7.5 | 6144~ | 1408 | 1785
NVIDIA GeForce GTX 1660 SUPER | - | 7.5 | 6144 | 1408 | 1785
NVIDIA GeForce GTX 1660 Ti | - | 7.5 | 6144 | 1536 | 1770
# GeForce 16, laptops
NVIDIA GeForce GTX 1650 | laptop | 7.5 | 4096~ | 1024 | 1560~
NVIDIA GeForce GTX 1650 with Max-Q Design | - | 7.5 | 4096~ | 1024 | 1245~
NVIDIA GeForce GTX 1650 Ti | - | 7.5 | 4096~ | 1024 | 1485~
NVIDIA GeForce GTX 1650 Ti with Max-Q Design | - | 7.5 | 4096~ | 1024 | 1200~
NVIDIA GeForce GTX 1660 Ti | laptop | 7.5 | 6144~ | 1536 | 1590~
NVIDIA GeForce GTX 1660 Ti with Max-Q Design | - | 7.5 | 6144~ | 1536 | 1335~
NVIDIA GeForce MX450 | - | 7.5 | 2048~ | 896 | 930~
NVIDIA GeForce MX550 | - | 7.5 | 2048~ | 1024 | 1320~
NVIDIA GeForce MX570 | - | 8.6 | 2048~ | 2048 | 1155~
# GeForce RTX 20
NVIDIA GeForce RTX 2060 | - | 7.5 | 6144 | 1920 | 1680
NVIDIA GeForce RTX 2060 SUPER | - | 7.5 | 8192 | 2176 | 1650
NVIDIA GeForce RTX 2070 | - | 7.5 | 8192 | 2304 | 1620
NVIDIA GeForce RTX 2070 SUPER | - | 7.5 | 8192 | 2560 | 1770
NVIDIA GeForce RTX 2080 | - | 7.5 | 8192 | 2944 | 1710
NVIDIA GeForce RTX 2080 SUPER | - | 7.5 | 8192 | 3072 | 1815
NVIDIA GeForce RTX 2080 Ti | - | 7.5 | 11264 | 4352 | 1545
NVIDIA GeForce RTX 2060 | 12 GB | 7.5 | 12288~ | 2176 | 1650
NVIDIA TITAN RTX | - | 7.5 | 24576~ | 4608 | 1770
# GeForce RTX 20, laptops
NVIDIA GeForce RTX 2050 | - | 8.6 | 4096~ | 2048 | 1245~
NVIDIA GeForce RTX 2060 | laptop | 7.5 | 6144~ | 1920 | 1200~
NVIDIA GeForce RTX 2060 with Max-Q Design | - | 7.5 | 6144~ | 1920 | 1185~
NVIDIA GeForce RTX 2070 | laptop | 7.5 | 8192~ | 2304 | 1440~
NVIDIA GeForce RTX 2070 with Max-Q Design | - | 7.5 | 8192~ | 2304 | 1185~
NVIDIA GeForce RTX 2070 Super | laptop | 7.5 | 8192~ | 2560 | 1380~
NVIDIA GeForce RTX 2070 Super with Max-Q Design | - | 7.5 | 8192~ | 2560 | 1155~
NVIDIA GeForce RTX 2080 | laptop | 7.5 | 8192~ | 2944 | 1590~
NVIDIA GeForce RTX 2080 with Max-Q Design | - | 7.5 | 8192~ | 2944 | 1095~
NVIDIA GeForce RTX 2080 Super | laptop | 7.5 | 8192~ | 3072 | 1560~
NVIDIA GeForce RTX 2080 Super with Max-Q Design | - | 7.5 | 8192~ | 3072 | 975~
# GeForce RTX 30
NVIDIA GeForce RTX 3050 | 8 GB | 8.6 | 8192 | 2560 | 1777
NVIDIA GeForce RTX 3050 | 6 GB | 8.6 | 6144 | 2304 | 1470
NVIDIA GeForce RTX 3060 | 12 GB | 8.6 | 12288 | 3584 | 1777
NVIDIA GeForce RTX 3060 | 8 GB | 8.6 | 8192~ | 3584 | 1777
NVIDIA GeForce RTX 3060 Ti | - | 8.6 | 8192 | 4864 | 1665
NVIDIA GeForce RTX 3070 | - | 8.6 | 8192 | 5888 | 1725
NVIDIA GeForce RTX 3070 Ti | - | 8.6 | 8192 | 6144 | 1770
NVIDIA GeForce RTX 3080 | 10 GB | 8.6 | 10240 | 8704 | 1710
NVIDIA GeForce RTX 3080 | 12 GB | 8.6 | 12288 | 8960 | 1710
NVIDIA GeForce RTX 3080 Ti | - | 8.6 | 12288 | 10240 | 1665
NVIDIA GeForce RTX 3090 | - | 8.6 | 24576 | 10496 | 1695
NVIDIA GeForce RTX 3090 Ti | - | 8.6 | 24564 | 10752 | 1860
# GeForce RTX 30, laptops
NVIDIA GeForce RTX 3050 Laptop GPU | - | 8.6 | 4096 | 2048 | 1343~
NVIDIA GeForce RTX 3050 6GB Laptop GPU | - | 8.6 | 6144~ | 2560 | 1492~
NVIDIA GeForce RTX 3050 Ti Laptop GPU | - | 8.6 | 4096~ | 2560 | 1035~
NVIDIA GeForce RTX 3060 Laptop GPU | - | 8.6 | 6144 | 3840 | 1425~
NVIDIA GeForce RTX 3070 Laptop GPU | - | 8.6 | 8192 | 5120 | 1560~
NVIDIA GeForce RTX 3070 Ti Laptop GPU | - | 8.6 | 8192~ | 5888 | 1410~
NVIDIA GeForce RTX 3080 Laptop GPU | 8 GB | 8.6 | 8192~ | 6144 | 1545~
NVIDIA GeForce RTX 3080 Laptop GPU | 16 GB | 8.6 | 16384 | 6144 | 1545~
NVIDIA GeForce RTX 3080 Ti Laptop GPU | - | 8.6 | 16384~ | 7424 | 1260~
# GeForce RTX 40
NVIDIA GeForce RTX 4060 | - | 8.9 | 8188 | 3072 | 2460
NVIDIA GeForce RTX 4060 Ti | 8 GB | 8.9 | 8188 | 4352 | 2535
NVIDIA GeForce RTX 4060 Ti | 16 GB | 8.9 | 16380 | 4352 | 2535
NVIDIA GeForce RTX 4070 | - | 8.9 | 12282 | 5888 | 2475
NVIDIA GeForce RTX 4070 SUPER | - | 8.9 | 12282 | 7168 | 2475
NVIDIA GeForce RTX 4070 Ti | - | 8.9 | 12282 | 7680 | 2610
NVIDIA GeForce RTX 4070 Ti SUPER | - | 8.9 | 16376 | 8448 | 2610
NVIDIA GeForce RTX 4080 | - | 8.9 | 16376 | 9728 | 2505
NVIDIA GeForce RTX 4080 SUPER | - | 8.9 | 16376 | 10240 | 2550
NVIDIA GeForce RTX 4090 | - | 8.9 | 24564 | 16384 | 2520
NVIDIA GeForce RTX 4090 D | - | 8.9 | 24576~ | 14592 | 2520
# GeForce RTX 40, laptops
NVIDIA GeForce RTX 4050 Laptop GPU | - | 8.9 | 6141 | 2560 | 1755~
NVIDIA GeForce RTX 4060 Laptop GPU | - | 8.9 | 8188 | 3072 | 1890~
NVIDIA GeForce RTX 4070 Laptop GPU | - | 8.9 | 8188 | 4608 | 1695~
NVIDIA GeForce RTX 4080 Laptop GPU | - | 8.9 | 12282 | 7424 | 1665~
NVIDIA GeForce RTX 4090 Laptop GPU | - | 8.9 | 16376 | 9728 | 1695~
# GeForce RTX 50
NVIDIA GeForce RTX 5050 | - | 12.0 | 8151 | 2560 | 2572
NVIDIA GeForce RTX 5060 | - | 12.0 | 8151 | 3840 | 2497
NVIDIA GeForce RTX 5060 Ti | 8 GB | 12.0 | 8151 | 4608 | 2572
NVIDIA GeForce RTX 5060 Ti | 16 GB | 12.0 | 16311 | 4608 | 2572
NVIDIA GeForce RTX 5070 | - | 12.0 | 12227 | 6144 | 2512
NVIDIA GeForce RTX 5070 Ti | - | 12.0 | 16303 | 8960 | 2452
NVIDIA GeForce RTX 5080 | - | 12.0 | 16303 | 10752 | 2617
NVIDIA GeForce RTX 5090 | - | 12.0 | 32607 | 21760 | 2407
NVIDIA GeForce RTX 5090 D | - | 12.0 | 32768~ | 21760 | 2407
NVIDIA GeForce RTX 5090 D v2 | - | 12.0 | 24576~ | 21760 | 2407
# GeForce RTX 50, laptops
NVIDIA GeForce RTX 5050 Laptop GPU | - | 12.0 | 8192~ | 2560 | 1500~
NVIDIA GeForce RTX 5060 Laptop GPU | - | 12.0 | 8151 | 3328 | 1455~
NVIDIA GeForce RTX 5070 Laptop GPU | - | 12.0 | 8151 | 4608 | 1425~
NVIDIA GeForce RTX 5070 Ti Laptop GPU | - | 12.0 | 12227 | 5888 | 1447~
NVIDIA GeForce RTX 5080 Laptop GPU | - | 12.0 | 16303 | 7680 | 1500~
NVIDIA GeForce RTX 5090 Laptop GPU | - | 12.0 | 24463 | 10496 | 1515~
# Workstations
Quadro RTX 4000 | - | 7.5 | 8192~ | 2304 | 1545
Quadro RTX 5000 | - | 7.5 | 16384~ | 3072 | 1815
Quadro RTX 6000 | - | 7.5 | 24576~ | 4608 | 1770
Quadro RTX 8000 | - | 7.5 | 49152~ | 4608 | 1770
NVIDIA T400 | - | 7.5 | 2048~ | 384 | 1425
NVIDIA T400 4GB | - | 7.5 | 4096~ | 384 | 1425
NVIDIA T600 | - | 7.5 | 4096~ | 640 | 1335
NVIDIA T1000 | - | 7.5 | 4096~ | 896 | 1395
NVIDIA T1000 8GB | - | 7.5 | 8192~ | 896 | 1395
NVIDIA RTX A400 | - | 8.6 | 4096~ | 768 | 1762
NVIDIA RTX A1000 | - | 8.6 | 8192~ | 2304 | 1462
NVIDIA RTX A2000 | - | 8.6 | 6144~ | 3328 | 1200
NVIDIA RTX A2000 12GB | - | 8.6 | 12288~ | 3328 | 1200
NVIDIA RTX A4000 | - | 8.6 | 16376 | 6144 | 1560
NVIDIA RTX A4500 | - | 8.6 | 20480~ | 7168 | 1650
NVIDIA RTX A5000 | - | 8.6 | 24564 | 8192 | 1695
NVIDIA RTX A5500 | - | 8.6 | 24576~ | 10240 | 1665
NVIDIA RTX A6000 | - | 8.6 | 49140 | 10752 | 1800
NVIDIA RTX 2000 Ada Generation | - | 8.9 | 16384~ | 2816 | 2130
NVIDIA RTX 4000 SFF Ada Generation | - | 8.9 | 20480~ | 6144 | 1560
NVIDIA RTX 4000 Ada Generation | - | 8.9 | 20475 | 6144 | 2175
NVIDIA RTX 4500 Ada Generation | - | 8.9 | 24576~ | 7680 | 2580
NVIDIA RTX 5000 Ada Generation | - | 8.9 | 32768~ | 12800 | 2550
NVIDIA RTX 5880 Ada Generation | - | 8.9 | 49152~ | 14080 | 2460
NVIDIA RTX 6000 Ada Generation | - | 8.9 | 49140 | 18176 | 2505
NVIDIA RTX PRO 2000 Blackwell | - | 12.0 | 16384~ | 4352 | 1957
NVIDIA RTX PRO 4000 Blackwell SFF Edition | - | 12.0 | 24576~ | 8960 | 1432
NVIDIA RTX PRO 4000 Blackwell | - | 12.0 | 24576~ | 8960 | 2055
NVIDIA RTX PRO 4500 Blackwell | - | 12.0 | 32768~ | 10496 | 2407
NVIDIA RTX PRO 5000 Blackwell | - | 12.0 | 49152~ | 14080 | 2377
NVIDIA RTX PRO 5000 72GB Blackwell | - | 12.0 | 73728~ | 14080 | 2377
NVIDIA RTX PRO 6000 Blackwell Workstation Edition | - | 12.0 | 97887 | 24064 | 2617
NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition | - | 12.0 | 98304~ | 24064 | 2280
# Workstation laptops
Quadro T1000 | - | 7.5 | 4096~ | 896 | 1455~
Quadro T2000 | - | 7.5 | 4096~ | 1024 | 1785~
Quadro RTX 3000 | - | 7.5 | 6144~ | 1920 | 1380~
Quadro RTX 4000 | laptop | 7.5 | 8192~ | 2560 | 1560~
Quadro RTX 5000 | laptop | 7.5 | 16384~ | 3072 | 1530~
NVIDIA T500 | - | 7.5 | 4096~ | 896 | 1560~
NVIDIA T550 Laptop GPU | - | 7.5 | 4096~ | 1024 | 1665~
NVIDIA T600 Laptop GPU | - | 7.5 | 4096~ | 896 | 1410~
NVIDIA T1200 Laptop GPU | - | 7.5 | 4096~ | 1024 | 1785~
NVIDIA RTX A500 Laptop GPU | - | 8.6 | 4096~ | 2048 | 1537~
NVIDIA RTX A1000 Laptop GPU | - | 8.6 | 4096~ | 2048 | 1140~
NVIDIA RTX A1000 6GB Laptop GPU | - | 8.6 | 6144~ | 2560 | 1140~
NVIDIA RTX A2000 Laptop GPU | - | 8.6 | 4096~ | 2560 | 1687~
NVIDIA RTX A2000 8GB Laptop GPU | - | 8.6 | 8192~ | 2560 | 1612~
NVIDIA RTX A3000 Laptop GPU | - | 8.6 | 6144~ | 4096 | 1230~
NVIDIA RTX A3000 12GB Laptop GPU | - | 8.6 | 12288~ | 4096 | 1170~
NVIDIA RTX A4000 Laptop GPU | - | 8.6 | 8192~ | 5120 | 1680~
NVIDIA RTX A4500 Laptop GPU | - | 8.6 | 16384~ | 5888 | 1500~
NVIDIA RTX A5000 Laptop GPU | - | 8.6 | 16384~ | 6144 | 1575~
NVIDIA RTX A5500 Laptop GPU | - | 8.6 | 16384~ | 7424 | 1500~
NVIDIA RTX 500 Ada Generation Laptop GPU | - | 8.9 | 4096~ | 2048 | 2025~
NVIDIA RTX 1000 Ada Generation Laptop GPU | - | 8.9 | 6144~ | 2560 | 2025~
NVIDIA RTX 2000 Ada Generation Laptop GPU | - | 8.9 | 8192~ | 3072 | 2115~
NVIDIA RTX 3000 Ada Generation Laptop GPU | - | 8.9 | 8192~ | 4608 | 1695~
NVIDIA RTX 3500 Ada Generation Laptop GPU | - | 8.9 | 12288~ | 5120 | 1545~
NVIDIA RTX 4000 Ada Generation Laptop GPU | - | 8.9 | 12288~ | 7424 | 1665~
NVIDIA RTX 5000 Ada Generation Laptop GPU | - | 8.9 | 16384~ | 9728 | 2115~
NVIDIA RTX PRO 500 Blackwell Generation Laptop GPU | - | 12.0 | 6113 | 1792 | -
NVIDIA RTX PRO 1000 Blackwell Generation Laptop GPU | - | 12.0 | 8192~ | 2560 | -
NVIDIA RTX PRO 2000 Blackwell Generation Laptop GPU | - | 12.0 | 8151 | 3328 | -
NVIDIA RTX PRO 3000 Blackwell Generation Laptop GPU | - | 12.0 | 12227 | 5888 | -
NVIDIA RTX PRO 4000 Blackwell Generation Laptop GPU | - | 12.0 | 16384~ | 7680 | -
NVIDIA RTX PRO 5000 Blackwell Generation Laptop GPU | - | 12.0 | 24463 | 10496 | -
# Data center
Tesla T4 | - | 7.5 | 15360 | 2560 | 1590
NVIDIA A2 | - | 8.6 | 16384~ | 1280 | 1770
NVIDIA A10 | - | 8.6 | 23028 | 9216 | 1695
NVIDIA A10G | - | 8.6 | 24576~ | 9216 | 1710
NVIDIA A16 | - | 8.6 | 16384~ | 1280 | 1755
NVIDIA A30 | - | 8.0 | 24576 | 3584 | 1440
NVIDIA A40 | - | 8.6 | 46068 | 10752 | 1740
NVIDIA A100-PCIE-40GB | - | 8.0 | 40960~ | 6912 | 1410
NVIDIA A100 80GB PCIe | - | 8.0 | 81920 | 6912 | 1410
NVIDIA A100-SXM4-40GB | - | 8.0 | 40960 | 6912 | 1410
NVIDIA A100-SXM4-80GB | - | 8.0 | 81920 | 6912 | 1410
NVIDIA L4 | - | 8.9 | 23034 | 7424 | 2040
NVIDIA L20 | - | 8.9 | 49152~ | 11776 | 2520
NVIDIA L40 | - | 8.9 | 49152~ | 18176 | 2490
NVIDIA L40S | - | 8.9 | 46068 | 18176 | 2520
NVIDIA RTX PRO 6000 Blackwell Server Edition | - | 12.0 | 98304~ | 24064 | 2617
NVIDIA GB10 | - | 12.1 | 131072~ | 6144 | 2418
NVIDIA H100 PCIe | - | 9.0 | 81559 | 14592 | 1755
NVIDIA H100 80GB HBM3 | - | 9.0 | 81559 | 16896 | 1980
NVIDIA H100 NVL | - | 9.0 | 96256~ | 16896 | 1785
NVIDIA H200 | - | 9.0 | 143771 | 16896 | 1980
NVIDIA H200 NVL | - | 9.0 | 144384~ | 16896 | 1785
NVIDIA B200 | - | 10.0 | 183359 | 18944 | 1965
# Older than Turing
NVIDIA GeForce GTX 750 Ti | - | 5.0 | 2048~ | 640 | 1085
NVIDIA GeForce GTX 950 | - | 5.2 | 2048~ | 768 | 1188
NVIDIA GeForce GTX 960 | - | 5.2 | 2048~ | 1024 | 1178
NVIDIA GeForce GTX 970 | - | 5.2 | 4096~ | 1664 | 1178
NVIDIA GeForce GTX 980 | - | 5.2 | 4096~ | 2048 | 1216
NVIDIA GeForce GTX 980 Ti | - | 5.2 | 6144~ | 2816 | 1076
NVIDIA GeForce GTX 1050 | - | 6.1 | 2048~ | 640 | 1455
NVIDIA GeForce GTX 1050 Ti | - | 6.1 | 4096~ | 768 | 1392
NVIDIA GeForce GTX 1060 3GB | - | 6.1 | 3072~ | 1152 | 1708
NVIDIA GeForce GTX 1060 6GB | - | 6.1 | 6144~ | 1280 | 1709
NVIDIA GeForce GTX 1070 | - | 6.1 | 8192~ | 1920 | 1683
NVIDIA GeForce GTX 1070 Ti | - | 6.1 | 8192~ | 2432 | 1683
NVIDIA GeForce GTX 1080 | - | 6.1 | 8192~ | 2560 | 1733
NVIDIA GeForce GTX 1080 Ti | - | 6.1 | 11264 | 3584 | 1582
NVIDIA TITAN Xp | - | 6.1 | 12288~ | 3840 | 1582
NVIDIA TITAN V | - | 7.0 | 12288~ | 5120 | 1455
Quadro P2000 | - | 6.1 | 5120~ | 1024 | 1480
Quadro P4000 | - | 6.1 | 8192~ | 1792 | 1480
Quadro P5000 | - | 6.1 | 16384~ | 2560 | 1733
Quadro P6000 | - | 6.1 | 24576~ | 3840 | 1645
Quadro GV100 | - | 7.0 | 32768~ | 5120 | 1627
Tesla P4 | - | 6.1 | 8192~ | 2560 | 1114
Tesla P40 | - | 6.1 | 24576~ | 3840 | 1531
Tesla P100-PCIE-16GB | - | 6.0 | 16384~ | 3584 | 1329
Tesla V100-PCIE-16GB | - | 7.0 | 16384~ | 5120 | 1380
Tesla V100-SXM2-16GB | - | 7.0 | 16384 | 5120 | 1530
Tesla V100-SXM2-32GB | - | 7.0 | 32768~ | 5120 | 1530
"""
